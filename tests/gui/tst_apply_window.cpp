// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Pending changes in the window from end to end on the sample, with mouse and keys: shown, ticked,
// sent after one more question, reported, taken back; conflicts; marks of production.
// CADASTRE_SHOTS=FOLDER keeps pictures of each step, CADASTRE_SHOTS_DARK=1 makes them dark.
#include "app/comment_desk.h"
#include "app/main_window.h"
#include "app/pending_desk.h"
#include "app/theme.h"
#include "model/notes/sidecar/sidecar.h"
#include "tests/gui/window_test.h"
#include "widgets/apply_dialog.h"
#include "widgets/audit_dialog.h"
#include "widgets/conflict_dialog.h"
#include "widgets/empty_state.h"
#include "widgets/message_bar.h"
#include "widgets/pending_detail.h"
#include "widgets/pending_model.h"
#include "widgets/pending_panel.h"
#include "widgets/target_card.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestApplyWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void appliedWithKeysAndTakenBack();
    void conflictsAreSolvedInTheWindow();
    void productionIsShownAndAsksForTheName();
    void readOnlyOffersAMigration();
    void whatIsStillHereIsOneClickAway();
    void aBannerGoesWithWhatItIsAbout();
    void marksHoldWhereverItIsOpened();
    void panelFitsNarrow();

private:
    void edit(const char* name, const QString& after);
    void showPending();
    void answerQuestion(const QString& typed = {});
    [[nodiscard]] bool barSays(const QString& words) const
    {
        return std::ranges::any_of(m_window->messageBar()->messages(), [&](const Message& message) {
            return message.text.contains(words);
        });
    }
    void keepShot(const char* name, QWidget* widget = nullptr) const;
    [[nodiscard]] const Catalog& catalog() const
    {
        return *comments()->flow()->commented().catalog();
    }
    [[nodiscard]] CommentDesk* comments() const { return m_window->comments(); }
    [[nodiscard]] PendingDesk* desk() const { return comments()->pending(); }
    [[nodiscard]] PendingPanel* panel() const { return desk()->panel(); }
    [[nodiscard]] QString stored(const char* name) const
    {
        return storedComment(catalog().base(*catalog().resolve(text(name))).comment);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
    QString m_shop;
};

void TestApplyWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestApplyWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_shop = m_home->filePath(text("shop.sqlite"));
    QVERIFY(QFile::copy(sampleFile(), m_shop));
    Settings().setTheme(qEnvironmentVariableIsSet("CADASTRE_SHOTS_DARK") ? ThemeChoice::Dark
                                                                         : ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(panel() != nullptr);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(m_shop);
    QVERIFY(shown.wait(patienceMs));
}

void TestApplyWindow::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(!desk()->flow()->isWriting(), patienceMs);
    m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestApplyWindow::keepShot(const char* name, QWidget* widget) const
{
    const QString folder = qEnvironmentVariable("CADASTRE_SHOTS");
    if (folder.isEmpty())
        return;
    if (widget == nullptr)
        widget = m_window.get();
    QTest::qWait(400);
    const QString dark =
        qEnvironmentVariableIsSet("CADASTRE_SHOTS_DARK") ? text("dark") : text("light");
    const QString path = QStringLiteral("%1/%2-%3-%4.png")
                             .arg(folder, text(name), dark)
                             .arg(m_window->screen()->size().width());
    QVERIFY(widget->grab().save(path));
}

void TestApplyWindow::edit(const char* name, const QString& after)
{
    const auto object = catalog().resolve(text(name));
    QVERIFY2(object.has_value(), name);
    QVERIFY(comments()->flow()->edit(*object, after));
}

void TestApplyWindow::showPending()
{
    comments()->actions().pending->trigger();
    QTRY_VERIFY(panel()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(
        !desk()->flow()->isPlanning() && panel()->currentSource()->rows.back().planned, patienceMs);
    QTRY_VERIFY(panel()->view()->hasFocus());
}

void TestApplyWindow::answerQuestion(const QString& typed)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk()->applyDialog() != nullptr && desk()->applyDialog()->isVisible(),
                             patienceMs);
    ApplyDialog* dialog = desk()->applyDialog();
    keepShot("question", dialog);
    if (!typed.isEmpty()) {
        QVERIFY(!dialog->applyButton()->isEnabled());
        QTest::keyClicks(dialog->nameField(), typed);
    }
    QVERIFY(dialog->applyButton()->isEnabled());
    QSignalSpy reported(desk()->flow(), &ApplyFlow::reported);
    QTest::mouseClick(dialog->applyButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, patienceMs);
}

void TestApplyWindow::appliedWithKeysAndTakenBack()
{
    QVERIFY(comments()->actions().apply->isEnabled()); // words that are being typed may be waiting
    comments()->actions().pending->trigger();
    QTRY_VERIFY(panel()->empty()->isVisible());
    keepShot("empty");
    edit("tmp_orders", text("The main table of orders. The name is from 2016.\n@called orders\n"
                            "@keep referenced by everything"));
    edit("customers.flag1", text("VIP customer.\n@values 0=regular, 1=VIP"));
    edit("customers.flag2", text("No catalogue by post. Ask jane.doe@example.org"));
    showPending();
    QCOMPARE(panel()->chosen().size(), std::size_t(3));
    keepShot("pending");
    panel()->selectKey(catalog().keyOf(*catalog().resolve(text("customers.flag2"))));
    QTest::keyClick(panel()->view(), Qt::Key_Space);
    QCOMPARE(panel()->chosen().size(), std::size_t(2));
    QVERIFY(panel()->detail()->sqlField()->toPlainText().contains(text("COMMENT ON COLUMN")));
    QTest::keyClick(panel()->view(), Qt::Key_Return, Qt::ControlModifier);
    answerQuestion();
    QTRY_COMPARE_WITH_TIMEOUT(comments()->flow()->staged().edits().size(), std::size_t(1),
                              patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!stored("customers.flag1").isEmpty(), patienceMs); // read again
    QVERIFY(QFile::exists(sqliteSidecarPath(m_shop)));
    keepShot("applied");
    desk()->showReport();
    QDialog* report = nullptr;
    QTRY_VERIFY((report = m_window->findChild<QDialog*>()) != nullptr);
    keepShot("report", report);
    report->reject();

    comments()->actions().undoBatch->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk()->auditDialog() != nullptr, patienceMs);
    QCOMPARE(desk()->auditDialog()->batchList()->count(), 1);
    QCOMPARE(desk()->auditDialog()->writeList()->count(), 2);
    keepShot("batches", desk()->auditDialog());
    QTest::mouseClick(desk()->auditDialog()->undoButton(), Qt::LeftButton);
    QTRY_COMPARE(panel()->chosen().size(), std::size_t(2));
    QVERIFY(barSays(text("2 comments staged to take it back; apply")));
    QTRY_VERIFY_WITH_TIMEOUT(!desk()->flow()->isPlanning(), patienceMs);
    QTest::mouseClick(panel()->applyButton(), Qt::LeftButton);
    answerQuestion();
    QTRY_VERIFY_WITH_TIMEOUT(stored("customers.flag1").isEmpty(), patienceMs);
    QCOMPARE(comments()->flow()->staged().edits().size(), std::size_t(1)); // flag2 still waits
    QVERIFY(desk()->flow()->lastReport()->undo);
}

void TestApplyWindow::conflictsAreSolvedInTheWindow()
{
    edit("customers.flag1", text("VIP customer, since 2014.\n@values 0=regular, 1=VIP"));
    const ObjectKey key = catalog().keyOf(*catalog().resolve(text("customers.flag1")));
    const auto writes = writeSidecar(
        sqliteSidecarPath(m_shop), catalog(), SourceId{0},
        std::vector<CommentEdit>{{key, {}, text("Very important.\n@values 0=no, 1=yes")}});
    QCOMPARE(writes.front().outcome, WriteOutcome::Written);
    showPending();
    QTest::mouseClick(panel()->applyButton(), Qt::LeftButton);
    answerQuestion();
    QTRY_VERIFY_WITH_TIMEOUT(panel()->conflictsButton()->isEnabled(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(stored("customers.flag1").startsWith(text("Very")), patienceMs);
    keepShot("conflict");
    QTest::mouseClick(panel()->conflictsButton(), Qt::LeftButton);
    QTRY_VERIFY(desk()->conflictDialog() != nullptr && desk()->conflictDialog()->isVisible());
    keepShot("conflict-dialog", desk()->conflictDialog());
    QTest::mouseClick(desk()->conflictDialog()->mineButton(), Qt::LeftButton);
    QTest::mouseClick(desk()->conflictDialog()->useButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(panel()->applyButton()->isEnabled() && !desk()->flow()->isPlanning(),
                             patienceMs);
    QTest::mouseClick(panel()->applyButton(), Qt::LeftButton);
    answerQuestion();
    QTRY_VERIFY_WITH_TIMEOUT(stored("customers.flag1").startsWith(text("VIP")), patienceMs);
}

void TestApplyWindow::productionIsShownAndAsksForTheName()
{
    QVERIFY(!desk()->markBar()->isVisible());
    QMenu menu;
    desk()->fillSourceMenu(&menu, SourceId{0});
    QAction* production = nullptr;
    for (QAction* action : menu.actions()) {
        if (action->isCheckable() && production == nullptr)
            production = action;
    }
    QVERIFY(production != nullptr);
    production->trigger();
    QVERIFY(desk()->markBar()->isVisible());
    QVERIFY(desk()->markBar()->text().startsWith(text("PRODUCTION")));
    edit("customers.flag1", text("VIP customer."));
    showPending();
    QVERIFY(panel()->target()->text().endsWith(text("PRODUCTION")));
    keepShot("production");
    QTest::mouseClick(panel()->applyButton(), Qt::LeftButton);
    answerQuestion(confirmationName(*panel()->currentSource()));
    QTRY_VERIFY_WITH_TIMEOUT(stored("customers.flag1") == text("VIP customer."), patienceMs);
}

void TestApplyWindow::readOnlyOffersAMigration()
{
    QMenu menu;
    desk()->fillSourceMenu(&menu, SourceId{0});
    QAction* readOnly = nullptr;
    for (QAction* action : menu.actions()) {
        if (action->isCheckable())
            readOnly = action; // the last one
    }
    readOnly->trigger();
    edit("customers.flag1", text("VIP customer."));
    showPending();
    QVERIFY(!panel()->applyButton()->isEnabled());
    QVERIFY(panel()->migrationButton()->isEnabled());
    QTest::keyClick(panel()->view(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk()->applyDialog() == nullptr);
    QVERIFY(barSays(text("marked as read only: nothing is written to it")));
    QTest::mouseClick(panel()->migrationButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(desk()->migrations()->dialog() != nullptr, patienceMs);
    keepShot("migration", desk()->migrations()->dialog());
    desk()->migrations()->dialog()->reject();
    QVERIFY(!QFile::exists(sqliteSidecarPath(m_shop)));
}

void TestApplyWindow::whatIsStillHereIsOneClickAway()
{
    edit("customers.flag1", text("VIP customer."));
    m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QTRY_VERIFY(panel() != nullptr);
    m_window->openAddress(m_shop);
    QTRY_VERIFY_WITH_TIMEOUT(barSays(text("is still here")), patienceMs);
    QVERIFY(panel()->chosen().empty());
    Q_EMIT m_window->messageBar()->actionTriggered(MessageTopic::Comments);
    QTRY_VERIFY(panel()->isVisible());
    QVERIFY(panel()->chosen().empty()); // from earlier
    QVERIFY(!barSays(text("is still here")));
    QVERIFY(panel()->statusText().contains(text("1 from earlier")));
}

void TestApplyWindow::aBannerGoesWithWhatItIsAbout()
{
    edit("customers.flag1", text("VIP customer."));
    m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QTRY_VERIFY(panel() != nullptr);
    m_window->openAddress(m_shop);
    QTRY_VERIFY_WITH_TIMEOUT(barSays(text("is still here")), patienceMs);
    const ObjectKey key = catalog().keyOf(*catalog().resolve(text("customers.flag1")));
    QVERIFY(comments()->flow()->discard({key}));
    QTRY_VERIFY(!barSays(text("is still here")));
}

void TestApplyWindow::marksHoldWhereverItIsOpened()
{
    QMenu menu;
    desk()->fillSourceMenu(&menu, SourceId{0});
    for (QAction* action : menu.actions()) {
        if (action->isCheckable()) {
            action->trigger();
            break;
        }
    }
    QVERIFY(desk()->markBar()->isVisible());
    m_window->close();
    m_window = std::make_unique<MainWindow>(); // without the workspace
    m_window->show();
    QTRY_VERIFY(panel() != nullptr);
    m_window->openAddress(m_shop);
    QTRY_VERIFY_WITH_TIMEOUT(desk()->markBar()->isVisible(), patienceMs);
    QVERIFY(desk()->markBar()->text().startsWith(text("PRODUCTION")));
}

void TestApplyWindow::panelFitsNarrow()
{
    edit("tmp_orders", text("The main table of orders."));
    edit("customers.flag1", text("VIP customer."));
    showPending();
    m_window->addDockWidget(Qt::RightDockWidgetArea, desk()->dock());
    m_window->resizeDocks({desk()->dock()}, {300}, Qt::Horizontal);
    QTRY_VERIFY(panel()->width() <= 340);
    keepShot("narrow");
}

CADASTRE_WINDOW_TEST(TestApplyWindow)
#include "tst_apply_window.moc"

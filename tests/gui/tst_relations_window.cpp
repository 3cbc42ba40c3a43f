// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships in the window from end to end on the sample: what is inferred is listed and drawn,
// decided by keys, undone, filtered, drawn by hand, exported, saved, and there again afterwards.
#include "app/data_check_flow.h"
#include "app/main_window.h"
#include "diagram/canvas.h"
#include "model/relations/relationship_names.h"
#include "model/workspace/workspace_file.h"
#include "tests/gui/window_test.h"
#include "tests/support/sqlite_file.h"
#include "widgets/catalog_panel.h"
#include "widgets/inspector_panel.h"
#include "widgets/review_detail.h"
#include "widgets/review_filter_bar.h"
#include "widgets/review_panel.h"
#include "widgets/target_chooser.h"
#include "widgets/threshold_bar.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace cadastre;

namespace {

constexpr int patienceMs = 15000;

QString sample()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestRelationsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void inferredOnesAreListedAndDrawn();
    void keysDecideAndUndo();
    void groupsAreDecidedAtOnce();
    void walkingTheListShowsThePair();
    void thresholdMovesNoTable();
    void decisionsSurviveRefreshAndReopening();
    void namedWorkspaceKeepsDecisions();
    void unsavedDecisionsAreOffered_data();
    void unsavedDecisionsAreOffered();
    void drawnByHandAndByKeys();
    void menuOfAColumnDecides();
    void checkWithDataAsksFirst();
    void decidedOnesAreExported();
    void summaryIsShown();
    void droppedTablesAreReported();

private:
    void openWindow();
    void open(const QString& path);
    [[nodiscard]] const std::vector<Relationship>& relationships() const;
    [[nodiscard]] std::optional<Relationship> relationship(const QString& arrow) const;
    [[nodiscard]] std::size_t count(RelationshipOrigin origin) const;
    void waitUntilInferred() const;
    void focusReview() const;
    void press(Qt::Key key) const;
    [[nodiscard]] QString arrowOfCurrent() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestRelationsWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sample()), qPrintable(sample()));
}

void TestRelationsWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    openWindow();
    open(sample());
}

void TestRelationsWindow::cleanup()
{
    m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestRelationsWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->reviewPanel() != nullptr);
}

void TestRelationsWindow::open(const QString& path)
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
}

const std::vector<Relationship>& TestRelationsWindow::relationships() const
{
    return *m_window->diagram()->facts().relationships;
}

std::optional<Relationship> TestRelationsWindow::relationship(const QString& arrow) const
{
    const Catalog& catalog = *m_window->diagram()->facts().catalog;
    for (const Relationship& each : relationships()) {
        if (arrowText(catalog, each) == arrow)
            return each;
    }
    return std::nullopt;
}

std::size_t TestRelationsWindow::count(RelationshipOrigin origin) const
{
    return std::ranges::count(relationships(), origin, &Relationship::origin);
}

void TestRelationsWindow::waitUntilInferred() const
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->relations()->isInferring(), patienceMs);
}

void TestRelationsWindow::focusReview() const
{
    m_window->actions().review->trigger();
    QTRY_VERIFY(m_window->reviewPanel()->view()->hasFocus());
    QVERIFY(m_window->reviewPanel()->view()->currentIndex().isValid());
}

void TestRelationsWindow::press(Qt::Key key) const
{
    QTest::keyClick(m_window->reviewPanel()->view(), key);
}

QString TestRelationsWindow::arrowOfCurrent() const
{
    const auto current = m_window->reviewPanel()->currentRelationships();
    return current.empty() ? QString()
                           : arrowText(*m_window->diagram()->facts().catalog, current.front());
}

void TestRelationsWindow::inferredOnesAreListedAndDrawn()
{
    QVERIFY(count(RelationshipOrigin::Inferred) > 5);
    const ReviewCounts& counts = m_window->reviewPanel()->model()->counts();
    QVERIFY(counts.toDecide > 5);
    QCOMPARE(counts.declared, static_cast<int>(count(RelationshipOrigin::Declared)));
    const auto& edges = m_window->canvas()->graph()->edges;
    QVERIFY(std::ranges::any_of(edges, [](const DiagramEdge& edge) {
        return edge.origin == RelationshipOrigin::Inferred;
    }));
}

void TestRelationsWindow::keysDecideAndUndo()
{
    focusReview();
    press(Qt::Key_Right);
    press(Qt::Key_Down);
    const QString arrow = arrowOfCurrent();
    const std::size_t before = count(RelationshipOrigin::Inferred);
    press(Qt::Key_Y);
    QCOMPARE(m_window->reviewPanel()->model()->counts().confirmed, 1); // at once
    waitUntilInferred();
    QCOMPARE(relationship(arrow)->origin, RelationshipOrigin::Confirmed);
    QVERIFY(arrowOfCurrent() != arrow);
    press(Qt::Key_N);
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Rejected), std::size_t(1));
    QTest::keyClick(m_window->reviewPanel()->view(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(m_window->reviewPanel()->view(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->reviewPanel()->model()->counts().decided(), 0);
    waitUntilInferred();
    QCOMPARE(relationship(arrow)->origin, RelationshipOrigin::Inferred);
    QCOMPARE(count(RelationshipOrigin::Inferred), before);
    m_window->actions().redo->trigger();
    QCOMPARE(m_window->reviewPanel()->model()->counts().confirmed, 1);
}

void TestRelationsWindow::groupsAreDecidedAtOnce()
{
    focusReview();
    const auto members = m_window->reviewPanel()->currentRelationships().size();
    QVERIFY(members > 1);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    press(Qt::Key_Return);
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Confirmed), members);
    QVERIFY(shown.wait(patienceMs));
    QVERIFY(std::ranges::any_of(m_window->canvas()->graph()->edges, [](const DiagramEdge& edge) {
        return edge.origin == RelationshipOrigin::Confirmed;
    }));
    m_window->actions().undo->trigger(); // the whole group
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Confirmed), std::size_t(0));
    focusReview();
    press(Qt::Key_S); // a group of single columns
    const auto asked = m_window->reviewPanel()->currentRelationships().size();
    press(Qt::Key_T); // another target for all of it
    auto* chooser = m_window->findChild<TargetChooser*>();
    QVERIFY(chooser != nullptr);
    QTest::keyClicks(chooser->searchField(), QStringLiteral("suppliers.supplierId"));
    QTest::keyClick(chooser->searchField(), Qt::Key_Return);
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Added), asked);
    m_window->actions().undo->trigger();
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Added), std::size_t(0));
}

void TestRelationsWindow::walkingTheListShowsThePair()
{
    focusReview();
    press(Qt::Key_Down);
    const auto line = m_window->canvas()->selectedRelationship();
    QVERIFY(line);
    const auto drawn = m_window->diagram()->relationshipFromCanvas(*line);
    QVERIFY(drawn);
    const Catalog& catalog = *m_window->diagram()->facts().catalog;
    QCOMPARE(arrowText(catalog, relationships()[static_cast<std::size_t>(*drawn)]),
             arrowOfCurrent());
    QCOMPARE(m_window->inspector()->title(), arrowOfCurrent());
    QVERIFY(m_window->canvas()->rect().intersects(m_window->canvas()->relationshipRect(*line)));
}

void TestRelationsWindow::thresholdMovesNoTable()
{
    const DiagramLayout before = m_window->canvas()->diagramLayout();
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->reviewPanel()->filters()->threshold()->slider()->setValue(19);
    QCOMPARE(m_window->canvas()->relationshipFilter().minimumConfidence, 0.95);
    QVERIFY(m_window->actions().inferred->isChecked());
    m_window->actions().inferred->trigger();
    QVERIFY(!m_window->canvas()->relationshipFilter().showInferred);
    QVERIFY(!m_window->reviewPanel()->filters()->threshold()->showsInferred());
    QCOMPARE(m_window->reviewPanel()->model()->rowCount(), 0);
    QCOMPARE(m_window->canvas()->diagramLayout().nodes, before.nodes);
    QVERIFY(shown.isEmpty());
    m_window->close();
    m_window.reset();
    openWindow(); // remembered
    QVERIFY(!m_window->actions().inferred->isChecked());
    QCOMPARE(m_window->canvas()->relationshipFilter().minimumConfidence, 0.95);
}

void TestRelationsWindow::decisionsSurviveRefreshAndReopening()
{
    focusReview();
    press(Qt::Key_Y);
    waitUntilInferred();
    const std::size_t confirmed = count(RelationshipOrigin::Confirmed);
    QVERIFY(confirmed > 0);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    QVERIFY(shown.wait(patienceMs));
    m_window->actions().refresh->trigger();
    QVERIFY(shown.wait(patienceMs));
    QCOMPARE(count(RelationshipOrigin::Confirmed), confirmed);
    m_window->actions().undo->trigger(); // still undone after a refresh
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Confirmed), std::size_t(0));
    m_window->actions().redo->trigger();
    waitUntilInferred();
    m_window->close();
    m_window.reset();
    openWindow();
    open(sample());
    QCOMPARE(count(RelationshipOrigin::Confirmed), confirmed);
}

void TestRelationsWindow::namedWorkspaceKeepsDecisions()
{
    focusReview();
    m_window->reviewPanel()->detail()->reasonField()->setText(QStringLiteral("asked Ann"));
    press(Qt::Key_N);
    waitUntilInferred();
    const std::size_t rejected = count(RelationshipOrigin::Rejected);
    const QString path = m_home->filePath(QStringLiteral("shop.cadastre"));
    m_window->actions().saveWorkspaceAs->trigger();
    auto* dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(!m_window->isWindowModified());
    const auto saved = loadWorkspace(path);
    QVERIFY(saved);
    QCOMPARE(saved->decisions.entries.size(), rejected);
    QCOMPARE(saved->decisions.entries.begin()->second.reason, QStringLiteral("asked Ann"));
    m_window->close();
    m_window.reset();
    openWindow();
    open(path);
    QCOMPARE(count(RelationshipOrigin::Rejected), rejected);
    m_window->actions().rejected->trigger();
    QVERIFY(m_window->canvas()->relationshipFilter().showRejected);
}

void TestRelationsWindow::unsavedDecisionsAreOffered_data()
{
    QTest::addColumn<bool>("restore");
    QTest::newRow("restored") << true;
    QTest::newRow("discarded") << false;
}

void TestRelationsWindow::unsavedDecisionsAreOffered()
{
    QFETCH(bool, restore);
    const QString path = m_home->filePath(QStringLiteral("shop.cadastre"));
    auto* workspaces = m_window->findChild<WorkspaceFlow*>();
    QSignalSpy saved(workspaces, &WorkspaceFlow::saved);
    workspaces->saveTo(path);
    QVERIFY(saved.wait(patienceMs));
    const QString copy = recoveryPath(path);
    QVERIFY(!QFile::exists(copy));
    focusReview();
    press(Qt::Key_N);
    waitUntilInferred();
    const std::size_t rejected = count(RelationshipOrigin::Rejected);
    QVERIFY(rejected > 0);
    QTRY_VERIFY(QFile::exists(copy));
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(copy) & others));
    QTRY_COMPARE(loadWorkspace(copy)->decisions.entries.size(), rejected);

    const QString killed = m_home->filePath(QStringLiteral("killed"));
    QVERIFY(QFile::copy(copy, killed));
    workspaces->saveTo(path);
    QVERIFY(saved.wait(patienceMs));
    QVERIFY(!QFile::exists(copy)); // nothing is unsaved any more
    m_window->reviewPanel()->view()->setCurrentIndex(m_window->reviewPanel()->model()->index(2, 0));
    const QString elsewhere = arrowOfCurrent();
    m_window->actions().undo->trigger();
    waitUntilInferred();
    QVERIFY(arrowOfCurrent() != elsewhere); // undo shows what it has changed
    QVERIFY(m_window->canvas()->selectedRelationship());
    m_window->actions().drawRelationship->setChecked(true);
    QTest::keyClick(m_window->reviewPanel()->view(), Qt::Key_Escape);
    QVERIFY(!m_window->actions().drawRelationship->isChecked());
    workspaces->saveTo(path);
    QVERIFY(saved.wait(patienceMs));
    m_window->close();
    m_window.reset();

    QVERIFY(QFile::rename(killed, copy));
    openWindow();
    open(path);
    QCOMPARE(count(RelationshipOrigin::Rejected), std::size_t(0));
    const auto& messages = m_window->messageBar()->messages();
    const auto isOffer = [](const Message& one) { return one.topic == MessageTopic::Recovery; };
    QVERIFY(std::ranges::any_of(messages, isOffer));
    QVERIFY(QFile::exists(copy)); // until it is answered
    if (!restore) {
        Q_EMIT m_window->messageBar()->otherActionTriggered(MessageTopic::Recovery);
        QVERIFY(!QFile::exists(copy));
        QVERIFY(!m_window->isWindowModified());
    } else {
        Q_EMIT m_window->messageBar()->actionTriggered(MessageTopic::Recovery);
        waitUntilInferred();
        QCOMPARE(count(RelationshipOrigin::Rejected), rejected);
        QVERIFY(m_window->isWindowModified());
        QVERIFY(m_window->actions().undo->isEnabled());
        m_window->findChild<WorkspaceFlow*>()->save();
        QTRY_VERIFY(!m_window->isWindowModified());
        QCOMPARE(loadWorkspace(path)->decisions.entries.size(), rejected);
    }
    QVERIFY(std::ranges::none_of(messages, isOffer));
}

void TestRelationsWindow::drawnByHandAndByKeys()
{
    const Catalog& catalog = *m_window->diagram()->facts().catalog;
    const ColumnId from{catalog.resolve(QStringLiteral("brands.name"))->index};
    const ColumnId to{catalog.resolve(QStringLiteral("suppliers.companyName"))->index};
    Q_EMIT m_window->canvas()->relationshipDrawn(from, to);
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Added), std::size_t(1));
    Q_EMIT m_window->canvas()->relationshipDrawn(from, to); // it is there already
    QCOMPARE(std::ranges::count(m_window->messageBar()->messages(), MessageTopic::Relationships,
                                &Message::topic),
             1);
    m_window->actions().undo->trigger();
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Added), std::size_t(0));

    m_window->diagram()->select(ObjectRef(from));
    QVERIFY(m_window->actions().relate->isEnabled());
    m_window->actions().relate->trigger();
    auto* chooser = m_window->findChild<TargetChooser*>();
    QVERIFY(chooser != nullptr);
    QTest::keyClicks(chooser->searchField(), QStringLiteral("suppliers.companyName"));
    QTest::keyClick(chooser->searchField(), Qt::Key_Return);
    waitUntilInferred();
    QVERIFY(relationship(QStringLiteral("brands.name → suppliers.companyName")));
    m_window->diagram()->select(catalog.resolve(QStringLiteral("brands")).value());
    QVERIFY(!m_window->actions().relate->isEnabled()); // a table has no single column
}

void TestRelationsWindow::menuOfAColumnDecides()
{
    const auto inferred =
        std::ranges::find(relationships(), RelationshipOrigin::Inferred, &Relationship::origin);
    const Relationship first = *inferred;
    Q_EMIT m_window->canvas()->contextMenuRequested(ObjectRef(first.childColumns.front()),
                                                    m_window->canvas()->mapToGlobal(QPoint(9, 9)));
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QAction* confirm = nullptr;
    for (QMenu* submenu : menu->findChildren<QMenu*>()) {
        for (QAction* action : submenu->actions()) {
            if (action->text() == QStringLiteral("Con&firm") && action->isEnabled())
                confirm = action;
        }
    }
    QVERIFY(confirm != nullptr);
    confirm->trigger();
    menu->close();
    waitUntilInferred();
    QCOMPARE(count(RelationshipOrigin::Confirmed), std::size_t(1));
}

void TestRelationsWindow::checkWithDataAsksFirst()
{
    focusReview();
    press(Qt::Key_C);
    auto* question = m_window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QVERIFY2(question->text().contains(QStringLiteral("sample.sqlite")),
             qPrintable(question->text()));
    const auto* checks = m_window->findChild<DataCheckFlow*>();
    QVERIFY(checks != nullptr && !checks->hasResults());
    const auto checked = m_window->reviewPanel()->currentRelationships();
    QSignalSpy finished(checks, &DataCheckFlow::finished);
    question->defaultButton()->click();
    QVERIFY(finished.wait(patienceMs));
    QCOMPARE(finished[0][0].toInt(), static_cast<int>(checked.size()));
    waitUntilInferred();
    const Catalog& catalog = *m_window->diagram()->facts().catalog;
    const auto now = relationship(arrowText(catalog, checked.front()));
    QVERIFY(now && now->evidence.size() > checked.front().evidence.size());
}

void TestRelationsWindow::decidedOnesAreExported()
{
    m_window->actions().exportDecided->trigger();
    QCOMPARE(m_window->findChild<QFileDialog*>(), nullptr); // nothing is decided
    focusReview();
    press(Qt::Key_Y);
    waitUntilInferred();
    const QString path = m_home->filePath(QStringLiteral("keys.sql"));
    m_window->actions().exportDecided->trigger();
    auto* dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->nameFilters().size() >= 7);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
}

void TestRelationsWindow::summaryIsShown()
{
    m_window->actions().relationSummary->trigger();
    auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("relationSummary"));
    QVERIFY(dialog != nullptr);
    auto* page = dialog->findChild<QTextBrowser*>();
    QTRY_VERIFY_WITH_TIMEOUT(page->toPlainText().contains(QStringLiteral("customers")), patienceMs);
    dialog->close();
}

void TestRelationsWindow::droppedTablesAreReported()
{
    const QString copy = m_home->filePath(QStringLiteral("copy.sqlite"));
    QVERIFY(QFile::copy(sample(), copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    open(copy);
    focusReview();
    press(Qt::Key_Y);
    waitUntilInferred();
    const auto decided = m_window->relations()->decisions().entries.size();
    QVERIFY(decided > 0);
    const QString table =
        m_window->relations()->decisions().entries.begin()->first.child.parts.last();
    test::SqliteWriter(copy).run("alter table \"" + table.toUtf8() +
                                 "\" rename to moved_elsewhere");
    m_window->actions().refresh->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->diagram()->facts().catalog->resolve(QStringLiteral("moved_elsewhere")),
        patienceMs);
    QCOMPARE(m_window->relations()->decisions().entries.size(), decided); // none is dropped
    const auto& messages = m_window->messageBar()->messages();
    QVERIFY(std::ranges::any_of(messages, [](const Message& message) {
        return message.topic == MessageTopic::Relationships;
    }));
    QVERIFY(std::ranges::any_of(m_window->relations()->decisions().entries, [](const auto& entry) {
        return entry.first.child.parts.contains(QStringLiteral("moved_elsewhere"));
    }));
}

CADASTRE_WINDOW_TEST(TestRelationsWindow)
#include "tst_relations_window.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The window while servers go away and come back, files are dropped on it, and after an end that
// nobody wanted: what is seen stays, states are told in words, keys and buttons lead back.
#include "app/changes_desk.h"
#include "app/comment_desk.h"
#include "app/comment_flow.h"
#include "app/connection_desk.h"
#include "app/data_check_flow.h"
#include "app/main_window.h"
#include "app/recent_desk.h"
#include "app/session_desk.h"
#include "tests/gui/window_test.h"
#include "tests/server/cutting_relay.h"
#include "tests/server/postgresql_test_database.h"
#include "widgets/activity_bar.h"
#include "widgets/catalog_panel.h"
#include "widgets/changes_panel.h"
#include "widgets/comment_editor.h"
#include "widgets/connection_dialog.h"
#include "widgets/drop_overlay.h"
#include "widgets/inspector_panel.h"
#include "widgets/start_page.h"
#include "widgets/words_edit.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace cadastre;
using namespace cadastre::test;

namespace {

constexpr int patience = 20000;

QString sampleDatabase()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestConnectionWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void serverGoesAndComesBack();
    void silentServerIsCancelled();
    void filesAreDropped();
    void recentIsPinnedAndForgotten();
    void openedAgainAfterACrash();
    void crashIsAskedAboutOnce();
    void checkTellsOfALostServer();
    void stagingTellsOfALostServer();
    void comparedServerAsksForItsPassword();

private:
    void openWindow();
    void open(const QString& address);
    /// What a window leaves behind that had a file open and was ended.
    void leaveMark(const QString& name, const QString& path, int secondsAgo = 0);
    [[nodiscard]] ConnectionDesk* desk() const { return m_window->findChild<ConnectionDesk*>(); }
    [[nodiscard]] QString status() const { return desk()->statusButton()->text(); }
    [[nodiscard]] QString treeText() const;
    [[nodiscard]] std::optional<Message> message(MessageTopic topic) const;
    [[nodiscard]] std::size_t sources() const;

    std::unique_ptr<PostgresTestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestConnectionWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    m_database = std::make_unique<PostgresTestDatabase>(QStringLiteral("window"));
    QVERIFY2(m_database->error().isEmpty(), qPrintable(m_database->error()));
    QCOMPARE(m_database->execute("CREATE TABLE orders (id int PRIMARY KEY);"
                                 "CREATE TABLE lines (id int PRIMARY KEY,"
                                 " order_id int REFERENCES orders (id))"),
             QString());
}

void TestConnectionWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_home->path().toUtf8());
    openWindow();
}

void TestConnectionWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestConnectionWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get(), patience));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
}

void TestConnectionWindow::open(const QString& address)
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(address);
    QVERIFY(shown.wait(patience));
}

QString TestConnectionWindow::treeText() const
{
    const QAbstractItemModel* model = m_window->catalogPanel()->view()->model();
    return model->index(0, 0).data(CatalogTreeModel::SecondaryTextRole).toString();
}

std::optional<Message> TestConnectionWindow::message(MessageTopic topic) const
{
    for (const Message& each : m_window->messageBar()->messages()) {
        if (each.topic == topic)
            return each;
    }
    return std::nullopt;
}

std::size_t TestConnectionWindow::sources() const
{
    return m_window->diagram()->facts().catalog->objects().sources.size();
}

void TestConnectionWindow::serverGoesAndComesBack()
{
    QUrl url(m_database->url());
    CuttingRelay relay(url.port());
    url.setPort(relay.port());
    open(url.toString());
    QCOMPARE(status(), QStringLiteral("Connected"));
    QVERIFY2(treeText().endsWith(QLatin1String("Connected")), qPrintable(treeText()));
    QVERIFY(desk()->reconnectAction()->isEnabled());
    const auto before = m_window->diagram()->facts().catalog;

    relay.setGone(true);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Not connected"), patience);
    QVERIFY2(treeText().endsWith(QLatin1String("Not connected")), qPrintable(treeText()));
    QVERIFY(desk()->statusButton()->toolTip().contains(QLatin1String("has not answered since")));
    QCOMPARE(m_window->diagram()->facts().catalog, before); // all of it stays
    const auto told = message(MessageTopic::Connection);
    QVERIFY(told.has_value());
    QVERIFY2(told->text.startsWith(QLatin1String("Not connected to ")), qPrintable(told->text));
    QVERIFY(!message(MessageTopic::Failed).has_value()); // once is enough
    QVERIFY(!told->action.isEmpty());

    QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!m_window->diagram()->isMakingPicture());
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Not connected"), patience);

    relay.setGone(false);
    QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Connected"), patience);
    QVERIFY(message(MessageTopic::Connection)->text.startsWith(QLatin1String("Connected again")));
}

void TestConnectionWindow::silentServerIsCancelled()
{
    QUrl url(m_database->url());
    CuttingRelay relay(url.port());
    url.setPort(relay.port());
    open(url.toString());
    relay.setFrozen(true);
    QTest::mouseClick(desk()->statusButton(), Qt::LeftButton);
    QCOMPARE(status(), QStringLiteral("Reconnecting…"));
    auto* activity = m_window->findChild<ActivityBar*>();
    QTRY_VERIFY(activity->isVisible()); // it appears when something takes a while
    Q_EMIT activity->cancelRequested();
    QTRY_COMPARE(status(), QStringLiteral("Connected")); // as it was: nobody knows better
    QCOMPARE(sources(), std::size_t(1));
    relay.setFrozen(false);
    desk()->reconnectAction()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Connected"), patience);
}

void TestConnectionWindow::filesAreDropped()
{
    QList<QUrl> urls;
    for (const char* name : {"one.sqlite", "two.sqlite"}) {
        const QString path = m_home->filePath(QString::fromLatin1(name));
        QVERIFY(QFile::copy(sampleDatabase(), path));
        urls << QUrl::fromLocalFile(path);
    }
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    auto* overlay = m_window->findChild<DropOverlay*>();
    QVERIFY(overlay != nullptr);
    QCOMPARE(overlay->sentence(), QStringLiteral("Drop to open 2 files side by side"));
    QDragLeaveEvent left;
    QApplication::sendEvent(m_window.get(), &left);
    QVERIFY(overlay->sentence().isEmpty());
    QApplication::sendEvent(m_window.get(), &enter);
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(overlay->sentence().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(sources(), std::size_t(2), patience);
    QVERIFY(!desk()->statusButton()->isVisible()); // nothing that could be connected to
    QVERIFY(!desk()->reconnectAction()->isEnabled());
}

void TestConnectionWindow::recentIsPinnedAndForgotten()
{
    const QString path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleDatabase(), path));
    Settings settings;
    settings.addRecent(path);
    settings.addRecent(m_home->filePath(QStringLiteral("gone.sqlite")));
    m_window.reset();
    openWindow();
    auto* recent = m_window->findChild<RecentDesk*>();
    QTRY_COMPARE(recent->entries().size(), std::size_t(2));
    QTRY_VERIFY(recent->entries().front().missing);
    QListWidget* list = m_window->startPage()->recentList();
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->toolTip().contains(QLatin1String("is not there now")));
    Q_EMIT m_window->startPage()->recentPinned(path, true);
    QTRY_COMPARE(recent->entries().front().title, QStringLiteral("shop.sqlite"));
    Q_EMIT recent->menu()->aboutToShow();
    const QList<QAction*> actions = recent->menu()->actions();
    QCOMPARE(actions.size(), 4); // two, a line, and "Forget"
    QVERIFY(actions[0]->isEnabled() && !actions[1]->isEnabled());
    actions.last()->trigger();
    QTRY_COMPARE(recent->entries().size(), std::size_t(1));
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(sources(), std::size_t(1), patience);
}

void TestConnectionWindow::leaveMark(const QString& name, const QString& path, int secondsAgo)
{
    const QString marks = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                          QStringLiteral("/sessions/");
    QVERIFY(QDir().mkpath(marks));
    QFile mark(marks + name + QStringLiteral(".json"));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write(QStringLiteral("{\"process\": 999999, \"start\": \"1\", \"addresses\": [\"%1\"], "
                              "\"selected\": \"shop/table:main.customers\"}")
                   .arg(path)
                   .toUtf8());
    mark.flush();
    QVERIFY(mark.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo),
                             QFileDevice::FileModificationTime));
}

void TestConnectionWindow::openedAgainAfterACrash()
{
    const QString path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleDatabase(), path));
    leaveMark(QStringLiteral("1-1"), path);
    auto* session = m_window->findChild<SessionDesk*>();
    session->offerEnded();
    const auto offer = message(MessageTopic::Crashed);
    QVERIFY(offer.has_value());
    QVERIFY(offer->text.contains(QLatin1String("shop.sqlite")));
    QCOMPARE(sources(), std::size_t(0)); // nothing is opened by itself
    Q_EMIT m_window->messageBar()->actionTriggered(MessageTopic::Crashed);
    QTRY_COMPARE_WITH_TIMEOUT(sources(), std::size_t(1), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->diagram()->selected().has_value(), patience);
    QVERIFY(!SessionMark::findEnded());
    QVERIFY(!message(MessageTopic::Crashed).has_value());
}

void TestConnectionWindow::crashIsAskedAboutOnce()
{
    const QString first = m_home->filePath(QStringLiteral("shop.sqlite"));
    const QString second = m_home->filePath(QStringLiteral("crm.sqlite"));
    for (const QString& path : {first, second})
        QVERIFY(QFile::copy(sampleDatabase(), path));
    leaveMark(QStringLiteral("1-1"), first);
    leaveMark(QStringLiteral("2-1"), second, 60);
    leaveMark(QStringLiteral("3-1"), first, 120); // the same once more, from before
    m_window->findChild<SessionDesk*>()->offerEnded();
    m_window.reset(); // not answered: asked again next time
    openWindow();
    auto* session = m_window->findChild<SessionDesk*>();
    session->offerEnded();
    QVERIFY(message(MessageTopic::Crashed)->text.contains(QLatin1String("shop.sqlite")));
    Q_EMIT m_window->messageBar()->otherActionTriggered(MessageTopic::Crashed); // "No"
    QVERIFY(message(MessageTopic::Crashed)->text.contains(QLatin1String("crm.sqlite")));
    open(second); // which answers as well
    QTRY_VERIFY(!message(MessageTopic::Crashed).has_value());
    QVERIFY(!SessionMark::findEnded());
}

void TestConnectionWindow::checkTellsOfALostServer()
{
    QUrl url(m_database->url());
    CuttingRelay relay(url.port());
    url.setPort(relay.port());
    open(url.toString());
    auto* checks = m_window->findChild<DataCheckFlow*>();
    const CatalogFacts& facts = m_window->diagram()->facts();
    QTRY_VERIFY(facts.relationships != nullptr && !facts.relationships->empty());
    const std::vector<Relationship> relationships = *facts.relationships;
    LoadedSource loaded;
    loaded.request.address = *parseDatabaseAddress(url.toString());
    loaded.part = std::make_shared<const SourceCatalog>(SourceCatalog{facts.catalog->objects()});
    loaded.request.name = facts.catalog->objects().sources.front().name;

    relay.setGone(true);
    checks->start(facts, {loaded}, relationships);
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Not connected"), patience);
    const auto told = message(MessageTopic::Connection);
    QVERIFY(told.has_value() && !told->action.isEmpty());
    QCOMPARE(m_window->diagram()->facts().catalog, facts.catalog);

    relay.setGone(false);
    checks->start(facts, {loaded}, relationships); // works: so it is there again
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Connected"), patience);
}

void TestConnectionWindow::stagingTellsOfALostServer()
{
    QUrl url(m_database->url());
    CuttingRelay relay(url.port());
    url.setPort(relay.port());
    open(url.toString());
    relay.setGone(true);
    const auto orders = m_window->diagram()->facts().catalog->resolve(QStringLiteral("orders"));
    m_window->comments()->editComment(*orders);
    CommentEditor* editor = m_window->inspector()->comment();
    QTRY_VERIFY(editor->wordsField()->isVisible());
    QTest::keyClicks(editor->wordsField(), QStringLiteral("Every order."));
    QTest::keyClick(editor->wordsField(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("Not connected"), patience);
    QVERIFY(message(MessageTopic::Connection).has_value());
    QVERIFY(!m_window->comments()->flow()->staged().edits().empty()); // nothing is lost
}

void TestConnectionWindow::comparedServerAsksForItsPassword()
{
    Settings settings;
    settings.addRecent(m_database->urlFor(QStringLiteral("cadastre_password")));
    const QString path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleDatabase(), path));
    open(path);
    auto* changes = m_window->findChild<ChangesDesk*>();
    QTRY_VERIFY(!changes->flow()->isBusy());
    Q_EMIT changes->recentMenu()->aboutToShow();
    QAction* server = nullptr;
    for (QAction* action : changes->recentMenu()->actions()) {
        if (action->toolTip().contains(QLatin1String("cadastre_password")))
            server = action;
    }
    QVERIFY(server != nullptr);
    server->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(changes->openFlow()->dialog() != nullptr &&
                                 changes->openFlow()->dialog()->isVisible(),
                             patience);
    QLineEdit* password = changes->openFlow()->dialog()->form()->passwordField();
    QTRY_VERIFY(password->hasFocus());
    QTest::keyClicks(password, QStringLiteral("cadastre"));
    QSignalSpy compared(changes->flow(), &ChangesFlow::changed);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, patience);
    QVERIFY(changes->panel()->state()->isOtherDatabase);
    QCOMPARE(sources(), std::size_t(1)); // compared, not opened
    QTRY_VERIFY(changes->openFlow()->dialog() == nullptr);
}

CADASTRE_WINDOW_TEST(TestConnectionWindow)

#include "tst_connection_window.moc"

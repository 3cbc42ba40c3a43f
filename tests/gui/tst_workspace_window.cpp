// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person decided is there the next day: databases with their workspaces, typed paths in the
// dialog of files, what is still pending, files that change while they are open; with the keys and
// buttons of a person.
#include "app/comment_desk.h"
#include "app/file_desk.h"
#include "app/main_window.h"
#include "app/pending_desk.h"
#include "tests/gui/window_test.h"
#include "tests/support/quiet_home.h"
#include "widgets/comment_editor.h"
#include "widgets/inspector_panel.h"
#include "widgets/open_file_dialog.h"
#include "widgets/pending_panel.h"
#include "widgets/review_panel.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

/// As another program would; the text of the error, empty for none.
QString change(const QString& path, const QString& statement)
{
    QString problem;
    {
        QSqlDatabase other =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(path);
        if (!other.open())
            problem = other.lastError().text();
        QSqlQuery query(other);
        if (problem.isEmpty() && !query.exec(statement))
            problem = query.lastError().text();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    return problem;
}

/// A few tables whose names tell what refers to what, and pages to be damaged.
QStringList smallShop()
{
    return {QStringLiteral("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)"),
            QStringLiteral("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER)"),
            QStringLiteral("CREATE TABLE invoices (id INTEGER PRIMARY KEY, order_id INTEGER, "
                           "amount INTEGER)"),
            QStringLiteral("CREATE TABLE refunds (id INTEGER PRIMARY KEY, invoice_id INTEGER)"),
            QStringLiteral("INSERT INTO customers WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                           "SELECT i + 1 FROM n WHERE i < 200) SELECT i, hex(randomblob(1000)) "
                           "FROM n")};
}

} // namespace

class TestWorkspaceWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void decisionsAreThereTheNextDay();
    void severalWorkspacesAreOffered();
    void whatWasDoneWithoutIsNotHidden();
    void typedPathsAreOpened();
    void savingSaysWhatIsPending();
    void changedFilesAreToldOf();
    void damagedFilesAreToldOf();
    void lettersBelongToWhatIsSeen();
    void titlesTellFilesApart();

private:
    void openWindow();
    void open(const QString& path);
    void decideOne(Qt::Key key);
    void save(const QString& path);
    [[nodiscard]] std::size_t decided() const;
    [[nodiscard]] std::optional<Message> said(MessageTopic topic) const;
    [[nodiscard]] QPushButton* buttonOf(const QString& text) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
    QString m_shop;
};

void TestWorkspaceWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void TestWorkspaceWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name :
         {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    QVERIFY(QDir().mkpath(m_home->filePath(QStringLiteral("XDG_RUNTIME_DIR"))));
    QVERIFY(QDir().mkpath(m_home->filePath(QStringLiteral("data"))));
    QVERIFY(test::makeQuietHome());
    m_shop = m_home->filePath(QStringLiteral("data/shop.sqlite"));
    for (const QString& statement : smallShop())
        QCOMPARE(change(m_shop, statement), QString());
    openWindow();
}

void TestWorkspaceWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestWorkspaceWindow::openWindow()
{
    if (m_window)
        m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->reviewPanel() != nullptr);
}

void TestWorkspaceWindow::open(const QString& path)
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(path);
    QVERIFY(shown.wait(patienceMs));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->relations()->isInferring(), patienceMs);
}

void TestWorkspaceWindow::decideOne(Qt::Key key)
{
    QAbstractItemView* view = m_window->reviewPanel()->view();
    const std::size_t before = decided();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, key);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->relations()->isInferring() && decided() > before,
                             patienceMs);
}

std::size_t TestWorkspaceWindow::decided() const
{
    const auto& all = *m_window->diagram()->facts().relationships;
    return static_cast<std::size_t>(std::ranges::count_if(all, [](const Relationship& each) {
        return each.origin == RelationshipOrigin::Confirmed ||
               each.origin == RelationshipOrigin::Rejected;
    }));
}

/// Ctrl+S, a path, Enter.
void TestWorkspaceWindow::save(const QString& path)
{
    auto* workspaces = m_window->findChild<WorkspaceFlow*>();
    QSignalSpy saved(workspaces, &WorkspaceFlow::saved);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    if (workspaces->path().isEmpty()) {
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = m_window->findChild<QFileDialog*>()) != nullptr);
        auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        field->setText(path);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patienceMs);
}

std::optional<Message> TestWorkspaceWindow::said(MessageTopic topic) const
{
    const auto& messages = m_window->messageBar()->messages();
    const auto found = std::ranges::find(messages, topic, &Message::topic);
    return found == messages.end() ? std::nullopt : std::optional(*found);
}

QPushButton* TestWorkspaceWindow::buttonOf(const QString& text) const
{
    for (QPushButton* button : m_window->messageBar()->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
}

void TestWorkspaceWindow::decisionsAreThereTheNextDay()
{
    open(m_shop);
    QVERIFY(!said(MessageTopic::Companion));
    decideOne(Qt::Key_Y);
    decideOne(Qt::Key_N);
    const std::size_t before = decided();
    save(m_home->filePath(QStringLiteral("data/shop.cadastre")));

    openWindow();
    open(m_shop);
    QTRY_COMPARE(decided(), before);
    const auto told = said(MessageTopic::Companion);
    QVERIFY(told.has_value());
    QCOMPARE(told->text, QStringLiteral("Opened with its workspace shop.cadastre."));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("shop.cadastre")));
    QPushButton* without = buttonOf(QStringLiteral("Open without it"));
    QVERIFY(without != nullptr);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    QTest::mouseClick(without, Qt::LeftButton);
    QVERIFY(shown.wait(patienceMs));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("shop.sqlite")));
    QVERIFY(!said(MessageTopic::Companion));
}

void TestWorkspaceWindow::severalWorkspacesAreOffered()
{
    open(m_shop);
    decideOne(Qt::Key_Y);
    const QString first = m_home->filePath(QStringLiteral("data/first.cadastre"));
    save(first);
    QVERIFY(QFile::copy(first, m_home->filePath(QStringLiteral("data/second.cadastre"))));
    openWindow();
    open(m_shop);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("shop.sqlite")));
    const auto told = said(MessageTopic::Companion);
    QVERIFY(told.has_value());
    QVERIFY2(told->text.startsWith(QStringLiteral("2 workspaces")), qPrintable(told->text));
    QVERIFY(told->detail.contains(first));
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    Q_EMIT m_window->messageBar()->actionTriggered(MessageTopic::Companion);
    QVERIFY(shown.wait(patienceMs));
    QTRY_VERIFY(m_window->windowTitle().contains(QStringLiteral(".cadastre")));
    QVERIFY(decided() > 0);
}

void TestWorkspaceWindow::whatWasDoneWithoutIsNotHidden()
{
    open(m_shop);
    save(m_home->filePath(QStringLiteral("data/shop.cadastre")));
    QFile workspace(m_home->filePath(QStringLiteral("data/shop.cadastre")));
    QVERIFY(workspace.open(QIODevice::ReadWrite));
    QVERIFY(workspace.setFileTime(QDateTime::currentDateTime().addDays(-1),
                                  QFileDevice::FileModificationTime));
    workspace.close();
    openWindow();
    open(m_shop);
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    Q_EMIT m_window->messageBar()->actionTriggered(MessageTopic::Companion); // without it
    QVERIFY(shown.wait(patienceMs));
    decideOne(Qt::Key_Y);
    const std::size_t before = decided();

    openWindow();
    open(m_shop);
    QTRY_COMPARE(decided(), before); // newer than the workspace
    const auto told = said(MessageTopic::Companion);
    QVERIFY(told.has_value());
    QCOMPARE(told->action, QStringLiteral("&Open shop.cadastre"));
}

void TestWorkspaceWindow::typedPathsAreOpened()
{
    open(m_shop);
    const QString path = m_home->filePath(QStringLiteral("data/shop.cadastre"));
    save(path);
    openWindow();
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    OpenFileDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<OpenFileDialog*>()) != nullptr);
    auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QTRY_VERIFY(field->hasFocus());
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    QTest::keyClicks(field, path);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(shown.wait(patienceMs));
    QTRY_VERIFY(m_window->findChild<OpenFileDialog*>() == nullptr);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("shop.cadastre")));
}

void TestWorkspaceWindow::savingSaysWhatIsPending()
{
    open(m_shop);
    const QString path = m_home->filePath(QStringLiteral("data/shop.cadastre"));
    save(path);
    QVERIFY(!said(MessageTopic::Comments));
    const auto object = m_window->diagram()->facts().catalog->resolve(QStringLiteral("refunds"));
    QVERIFY(object.has_value());
    m_window->diagram()->select(*object);
    QVERIFY(m_window->comments()->flow()->edit(*object, QStringLiteral("Money that went back.")));
    auto* editor = m_window->inspector()->comment();
    QTRY_VERIFY(!editor->writeButton()->isHidden());
    save(path);
    const auto told = said(MessageTopic::Comments);
    QVERIFY(told.has_value());
    QCOMPARE(told->text, QStringLiteral("The workspace is saved. 1 comment is still pending: it is "
                                        "written to the database with Apply (Ctrl+Shift+P)."));
    QPushButton* show = buttonOf(QStringLiteral("Show what is pending"));
    QVERIFY(show != nullptr);
    QTest::mouseClick(show, Qt::LeftButton);
    QTRY_VERIFY(m_window->comments()->pending()->panel()->isVisible());
}

void TestWorkspaceWindow::changedFilesAreToldOf()
{
    open(m_shop);
    auto* desk = m_window->findChild<FileDesk*>();
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isLooking(), patienceMs);
    QVERIFY(!said(MessageTopic::File));
    QCOMPARE(change(m_shop, QStringLiteral("CREATE TABLE added_later (id INTEGER)")), QString());
    QTRY_VERIFY_WITH_TIMEOUT(said(MessageTopic::File), patienceMs);
    QCOMPARE(said(MessageTopic::File)->text,
             QStringLiteral("The schema of shop.sqlite was changed by another program."));
    QPushButton* again = buttonOf(QStringLiteral("Read again (F5)"));
    QVERIFY(again != nullptr);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->diagram()->facts().catalog->resolve(QStringLiteral("added_later")), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!desk->isLooking(), patienceMs);
    QVERIFY(!said(MessageTopic::File));
    // rows are no news
    QSignalSpy looked(desk, &FileDesk::looked);
    QCOMPARE(change(m_shop, QStringLiteral("INSERT INTO added_later VALUES (1)")), QString());
    QVERIFY(looked.wait(patienceMs));
    QVERIFY(!said(MessageTopic::File));
}

void TestWorkspaceWindow::damagedFilesAreToldOf()
{
    QFile file(m_shop);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 page = 4096;
    QVERIFY(file.seek(file.size() / page / 2 * page));
    QCOMPARE(file.write(QByteArray(page, '\x5a')), page);
    file.close();
    m_window->openAddress(m_shop);
    QTRY_VERIFY_WITH_TIMEOUT(said(MessageTopic::File), patienceMs);
    QCOMPARE(said(MessageTopic::File)->level, MessageLevel::Warning);
    QVERIFY(said(MessageTopic::File)
                ->text.startsWith(QStringLiteral("Some pages of shop.sqlite are damaged")));
    QVERIFY(!said(MessageTopic::File)->detail.isEmpty());
}

/// A panel behind a tab has the letter of a message's button: it must not hear it.
void TestWorkspaceWindow::lettersBelongToWhatIsSeen()
{
    open(m_shop);
    auto* dock = new QDockWidget(QStringLiteral("Behind"), m_window.get());
    auto* hidden = new QPushButton(QStringLiteral("&Zap"), dock);
    dock->setWidget(hidden);
    QDockWidget* front = nullptr;
    for (QWidget* each = m_window->inspector(); each != nullptr && front == nullptr;
         each = each->parentWidget())
        front = qobject_cast<QDockWidget*>(each);
    m_window->addDockWidget(Qt::RightDockWidgetArea, dock);
    m_window->tabifyDockWidget(front, dock);
    front->raise();
    QTRY_VERIFY(dock->geometry().right() < 0);
    QSignalSpy zapped(hidden, &QPushButton::clicked);
    QSignalSpy answered(m_window->messageBar(), &MessageBar::actionTriggered);
    m_window->messageBar()->showMessage({MessageTopic::Paths,
                                         MessageLevel::Info,
                                         QStringLiteral("Something"),
                                         {},
                                         QStringLiteral("&Zap")});
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::AltModifier);
    QTRY_COMPARE(answered.size(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::AltModifier); // now only the hidden one has it
    QCOMPARE(zapped.size(), 0);
    QVERIFY(!hidden->hasFocus());
}

void TestWorkspaceWindow::titlesTellFilesApart()
{
    const QString other = m_home->filePath(QStringLiteral("data/shop.db"));
    QVERIFY(QFile::copy(m_shop, other));
    open(m_shop);
    QCOMPARE(m_window->windowTitle(), QStringLiteral("shop.sqlite[*] — Cadastre"));
    open(other);
    QCOMPARE(m_window->windowTitle(), QStringLiteral("shop.db[*] — Cadastre"));
}

CADASTRE_WINDOW_TEST(TestWorkspaceWindow)
#include "tst_workspace_window.moc"

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where to begin, in the window from end to end on the sample, with keys and mouse: the panel on
// the first opening, the tour, what was seen, the page with its links, and contexts for an
// assistant.
#include "app/comment_desk.h"
#include "app/comment_flow.h"
#include "app/main_window.h"
#include "app/orientation_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "widgets/inspector_panel.h"
#include "widgets/orientation_panel.h"
#include "widgets/overview_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestOrientationWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingOpen();
    void offeredOnceAndRemembered();
    void theTourByKeys();
    void clickShows();
    void seenIsKept();
    void thePageLeads();
    void thePageFollowsComments();
    void contextOfASelection();
    void contextOfEverything();
    void offeredToThePalette();

private:
    void openWindow();
    void open();
    void waitForTour() const;
    [[nodiscard]] OrientationDesk* desk() const { return m_window->findChild<OrientationDesk*>(); }
    [[nodiscard]] OrientationPanel* panel() const { return desk()->panel(); }
    [[nodiscard]] QString selectedName() const;
    [[nodiscard]] QString currentName() const;
    [[nodiscard]] QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    [[nodiscard]] TableId table(const char* name) const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path; ///< a copy of the sample
    std::unique_ptr<MainWindow> m_window;
};

void TestOrientationWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
}

void TestOrientationWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    m_path = m_home->filePath(QStringLiteral("shop.sqlite"));
    QVERIFY(QFile::copy(sampleFile(), m_path));
    openWindow();
}

void TestOrientationWindow::cleanup()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

void TestOrientationWindow::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(panel() != nullptr);
}

void TestOrientationWindow::open()
{
    QSignalSpy shown(m_window->diagram(), &DiagramController::pictureShown);
    m_window->openAddress(m_path);
    QVERIFY(shown.wait(patienceMs));
    waitForTour();
}

void TestOrientationWindow::waitForTour() const
{
    QTRY_VERIFY_WITH_TIMEOUT(desk()->isCurrent() && !desk()->isBusy(), patienceMs);
}

QString TestOrientationWindow::selectedName() const
{
    const auto selected = m_window->diagram()->selected();
    return selected ? m_window->diagram()->facts().catalog->displayName(*selected) : QString();
}

QString TestOrientationWindow::currentName() const
{
    const auto current = panel()->currentTable();
    return current ? desk()->state()->commented.catalog()->displayName(*current) : QString();
}

TableId TestOrientationWindow::table(const char* name) const
{
    return TableId{m_window->diagram()->facts().catalog->resolve(QString::fromLatin1(name))->index};
}

void TestOrientationWindow::nothingOpen()
{
    QVERIFY(!desk()->dock()->isVisible());
    for (QAction* action :
         {desk()->actions().startHere, desk()->actions().about, desk()->actions().copyContext})
        QVERIFY(!action->isEnabled());
    QVERIFY(!panel()->aboutButton()->isEnabled());
}

void TestOrientationWindow::offeredOnceAndRemembered()
{
    open();
    QVERIFY(desk()->dock()->isVisible());
    QVERIFY(m_window->findChild<Canvas*>()->isVisible()); // beside the diagram
    desk()->dock()->close();                              // as its button does
    m_window->close();
    openWindow();
    open();
    QVERIFY(!desk()->dock()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F4); // asked for, it comes
    QTRY_VERIFY(desk()->dock()->isVisible());
}

void TestOrientationWindow::theTourByKeys()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QTRY_VERIFY(panel()->list()->hasFocus());
    QVERIFY(panel()->list()->currentIndex().isValid());
    QWidget* seen = panel()->parentWidget(); // all of it, without scrolling sideways
    QVERIFY(seen != nullptr);
    QTRY_VERIFY2(panel()->width() <= seen->width(), qPrintable(QString::number(panel()->width())));
    const QString first = currentName();
    QVERIFY(!panel()->sentence()->text().isEmpty());
    QTest::keyClick(panel()->list(), Qt::Key_Return);
    QTRY_COMPARE(selectedName(), first);
    QVERIFY(panel()->summary()->text().startsWith(QStringLiteral("1 of ")));
    QTest::keyClick(panel()->list(), Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(selectedName() != first);
    QCOMPARE(selectedName(), currentName());
    QTRY_VERIFY(m_window->inspector()->isVisible());
    QTest::keyClick(panel()->list(), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(selectedName(), first);
    QVERIFY(panel()->list()->hasFocus()); // the keyboard stays in the tour
    QVERIFY(panel()->summary()->text().startsWith(QStringLiteral("2 of ")));
}

void TestOrientationWindow::clickShows()
{
    open();
    const QModelIndex group = panel()->list()->model()->index(0, 0);
    const QModelIndex second = panel()->list()->model()->index(1, 0, group);
    QVERIFY(second.isValid());
    panel()->list()->scrollTo(second);
    QTest::mouseClick(panel()->list()->viewport(), Qt::LeftButton, {},
                      panel()->list()->visualRect(second).center());
    QTRY_COMPARE(selectedName(), second.data().toString());
    QTest::mouseClick(panel()->nextButton(), Qt::LeftButton);
    QTRY_VERIFY(selectedName() != second.data().toString());
}

void TestOrientationWindow::seenIsKept()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    QTRY_VERIFY(panel()->list()->hasFocus());
    QTest::keyClick(panel()->list(), Qt::Key_Return);
    QTRY_VERIFY(panel()->summary()->text().startsWith(QStringLiteral("1 of ")));
    m_window->close();
    openWindow();
    open();
    QVERIFY2(panel()->summary()->text().startsWith(QStringLiteral("1 of ")),
             qPrintable(panel()->summary()->text()));
    const QModelIndex group = panel()->list()->model()->index(0, 0);
    const QModelIndex first = panel()->list()->model()->index(0, 0, group);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("seen")));
}

void TestOrientationWindow::thePageLeads()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_F4, Qt::ShiftModifier);
    QTRY_VERIFY(desk()->dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(desk()->dialog(), patienceMs));
    QTextBrowser* page = desk()->dialog()->page();
    const QString text = page->toPlainText();
    for (const char* part : {"What is odd", "tmp_orders", "naming conventions", "Relationships"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    page->setFocus();
    QTest::keyClick(page, Qt::Key_Tab); // to the first link
    QTest::keyClick(page, Qt::Key_Return);
    QTRY_VERIFY(!selectedName().isEmpty());
    QTest::mouseClick(desk()->dialog()->copyButton(), Qt::LeftButton);
    QVERIFY2(clipboard().startsWith(QStringLiteral("# ")), qPrintable(clipboard()));
    QVERIFY(clipboard().contains(QStringLiteral("## What is odd")));
    desk()->dialog()->close();
}

void TestOrientationWindow::thePageFollowsComments()
{
    open();
    const auto stop = desk()->state()->start.groups.front().stops.front();
    const Catalog& catalog = *m_window->diagram()->facts().catalog;
    CommentFlow* comments = m_window->comments()->flow();
    QSignalSpy changed(desk(), &OrientationDesk::stateChanged);
    QVERIFY(
        comments->edit(ObjectRef(stop.table), QStringLiteral("Told anew by a test.")).has_value());
    QVERIFY(changed.wait(patienceMs));
    waitForTour();
    QVERIFY2(catalog.displayName(stop.table) == currentName(), qPrintable(currentName()));
    QCOMPARE(panel()->sentence()->text(), QStringLiteral("Told anew by a test."));
}

void TestOrientationWindow::contextOfASelection()
{
    open();
    m_window->diagram()->reveal(table("refunds"));
    QTRY_COMPARE(selectedName(), QStringLiteral("refunds"));
    QSignalSpy copied(desk(), &OrientationDesk::contextCopied);
    desk()->actions().copyContext->trigger();
    QVERIFY(copied.wait(patienceMs));
    QVERIFY2(clipboard().startsWith(QStringLiteral("cadastre context 1\n")),
             qPrintable(clipboard()));
    QVERIFY(clipboard().contains(QStringLiteral("\ntable refunds")));
    QVERIFY(!clipboard().contains(QStringLiteral("\ntable opening_hours")));
    // the same from the context menu of a table
    QGuiApplication::clipboard()->clear();
    QMenu menu;
    desk()->fillObjectMenu(&menu, ObjectRef(table("customers")));
    QCOMPARE(menu.actions().size(), 1);
    menu.actions().front()->trigger();
    QVERIFY(copied.wait(patienceMs));
    QVERIFY(clipboard().contains(QStringLiteral("\ntable customers")));
}

void TestOrientationWindow::contextOfEverything()
{
    open();
    m_window->diagram()->select({});
    QSignalSpy copied(desk(), &OrientationDesk::contextCopied);
    desk()->actions().copyContext->trigger();
    QVERIFY(copied.wait(patienceMs));
    QVERIFY(clipboard().contains(QStringLiteral("\ntable tmp_orders")));
    QVERIFY(clipboard().contains(QStringLiteral("\ntold ")));
}

void TestOrientationWindow::offeredToThePalette()
{
    QVERIFY(desk()->paletteEntries().empty());
    open();
    const std::vector<PaletteEntry> entries = desk()->paletteEntries();
    QCOMPARE(entries.size(), std::size_t(2));
    entries[1].run();
    QTRY_VERIFY(desk()->dialog() != nullptr);
}

CADASTRE_WINDOW_TEST(TestOrientationWindow)
#include "tst_orientation_window.moc"

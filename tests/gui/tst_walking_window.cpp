// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Moving and choosing in the window as a person does, with keys and mouse on the sample: what keys
// do stands in the status bar, relationships are followed without leaving the diagram, several
// tables are chosen in the tree and in the diagram, and panels lead back to it.
#include "app/main_window.h"
#include "app/path_desk.h"
#include "app/view_desk.h"
#include "app/walk_desk.h"
#include "diagram/canvas.h"
#include "tests/gui/window_test.h"
#include "tests/support/quiet_home.h"
#include "widgets/catalog_panel.h"
#include "widgets/focus_ring.h"
#include "widgets/lens_legend.h"
#include "widgets/message_bar.h"
#include "widgets/path_panel.h"
#include "widgets/review_panel.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QWindow>

using namespace cadastre;

namespace {

constexpr int patienceMs = 30000;

QString sampleFile()
{
    return QStringLiteral(CADASTRE_BINARY_DIR "/share/cadastre/sample.sqlite");
}

} // namespace

class TestWalkingWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void relationshipsAreFollowedByKeys();
    void severalTablesAreChosenInTheTree();
    void severalTablesAreChosenInTheDiagram();
    void groupsHaveAMenu();
    void areaIsSelectedOnce();
    void legendsStayFolded();
    void escapeTakesTheWayAway();
    void framesFollowTheKeyboard();
    void textIsLarger();
    void messagesMoveNoTable();

private:
    [[nodiscard]] Canvas* canvas() const { return m_window->canvas(); }
    [[nodiscard]] DiagramController* diagram() const { return m_window->diagram(); }
    [[nodiscard]] QTreeView* tree() const { return m_window->catalogPanel()->view(); }
    [[nodiscard]] QString said() const { return m_window->statusBar()->currentMessage(); }
    [[nodiscard]] ObjectRef table(const char* name) const;
    [[nodiscard]] QPoint lineOf(const char* name) const;
    [[nodiscard]] QAction* entry(const QString& words) const;
    void press(int key, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestWalkingWindow::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication::setApplicationName(QStringLiteral("cadastre"));
    QVERIFY2(QFile::exists(sampleFile()), qPrintable(sampleFile()));
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home->filePath(QString::fromLatin1(name)).toUtf8());
    QVERIFY(test::makeQuietHome());
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1500, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
    QTRY_VERIFY(m_window->catalogPanel() != nullptr);
    QSignalSpy shown(diagram(), &DiagramController::pictureShown);
    m_window->openAddress(sampleFile());
    QVERIFY(shown.wait(patienceMs));
}

void TestWalkingWindow::cleanupTestCase()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_home.reset();
}

/// One window for all: nothing is selected, nothing is hidden.
void TestWalkingWindow::init()
{
    m_window->findChild<ViewDesk*>()->flow()->showAll();
    QTRY_VERIFY_WITH_TIMEOUT(!diagram()->isMakingPicture(), patienceMs);
    diagram()->select(std::nullopt);
    canvas()->setFocus();
    canvas()->fit();
}

ObjectRef TestWalkingWindow::table(const char* name) const
{
    const auto object = diagram()->facts().catalog->resolve(QString::fromUtf8(name));
    if (!object)
        qFatal("%s", qPrintable(object.error().message));
    return *object;
}

/// On the viewport of the tree.
QPoint TestWalkingWindow::lineOf(const char* name) const
{
    const QModelIndex index = m_window->catalogPanel()->model()->indexOf(table(name));
    tree()->scrollTo(index);
    return tree()->visualRect(index).center();
}

QAction* TestWalkingWindow::entry(const QString& words) const
{
    const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (menu == nullptr)
        return nullptr;
    const QList<QAction*> actions = menu->actions();
    const auto found = std::ranges::find_if(actions, [&](const QAction* action) {
        return action->text().remove(QLatin1Char('&')).startsWith(words);
    });
    return found == actions.end() ? nullptr : *found;
}

void TestWalkingWindow::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget* focus = QApplication::focusWidget();
    QVERIFY(focus != nullptr);
    QTest::keyClick(focus, Qt::Key(key), modifiers);
}

void TestWalkingWindow::relationshipsAreFollowedByKeys()
{
    diagram()->reveal(table("order_items"));
    QVERIFY(canvas()->selected() == table("order_items"));
    press(Qt::Key_Tab);
    QVERIFY(canvas()->selectedRelationship());
    QVERIFY2(said().startsWith(QStringLiteral("Enter goes to ")), qPrintable(said()));
    for (int i = 0; i < 12; ++i)
        press(Qt::Key_Tab); // around and around
    QVERIFY(canvas()->hasFocus());
    press(Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(m_window->reviewPanel()->isVisible());
    QTRY_VERIFY(m_window->reviewPanel()->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Escape);
    QVERIFY(canvas()->hasFocus());
    QVERIFY(canvas()->selectedRelationship());
    const QString end = said().section(QStringLiteral(" · "), 0, 0).mid(14);
    press(Qt::Key_Return);
    QCOMPARE(diagram()->facts().catalog->displayName(*canvas()->selected()), end);
    QVERIFY(!diagram()->view().focus); // the whole diagram, still
    press(Qt::Key_Backspace);
    QTRY_VERIFY(diagram()->facts().catalog->displayName(*canvas()->selected()) != end);
}

void TestWalkingWindow::severalTablesAreChosenInTheTree()
{
    auto* views = m_window->findChild<ViewDesk*>();
    const auto click = [this](const char* name, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers, lineOf(name));
    };
    diagram()->reveal(table("customers")); // its line is open
    click("customers", {});
    QVERIFY(canvas()->selected() == table("customers"));
    click("carts", Qt::ControlModifier);
    click("carriers", Qt::ControlModifier);
    QCOMPARE(canvas()->selectedTables().size(), std::size_t(3));
    QVERIFY2(said().startsWith(QStringLiteral("3 tables selected")), qPrintable(said()));
    QCOMPARE(tree()->selectionModel()->selectedRows().size(), 3);
    QVERIFY(views->actions().isolate->isEnabled());
    QTest::keyClick(tree(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(canvas()->selectedTables().size() > 1);
    // a menu about all of them
    click("customers", {});
    click("carts", Qt::ControlModifier);
    const QPoint on = lineOf("carts");
    QContextMenuEvent asked(QContextMenuEvent::Mouse, on, tree()->viewport()->mapToGlobal(on));
    QCoreApplication::sendEvent(tree()->viewport(), &asked);
    QTRY_VERIFY(entry(QStringLiteral("Isolate")) != nullptr);
    QAction* isolate = entry(QStringLiteral("Isolate"));
    QApplication::activePopupWidget()->close();
    isolate->trigger();
    QCOMPARE(canvas()->hiddenTables().size() + 2, canvas()->graph()->nodes.size());
    // one again
    views->flow()->showAll();
    click("carts", {});
    QVERIFY(canvas()->selected() == table("carts"));
    QVERIFY(said().isEmpty());
}

void TestWalkingWindow::severalTablesAreChosenInTheDiagram()
{
    diagram()->reveal(table("customers"));
    press(Qt::Key_Right, Qt::ShiftModifier);
    if (canvas()->selectedTables().size() < 2)
        press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(canvas()->selectedTables().size(), std::size_t(2));
    QCOMPARE(tree()->selectionModel()->selectedRows().size(), 2); // shown there, too
    QVERIFY(said().startsWith(QStringLiteral("2 tables selected")));
    press(Qt::Key_Space); // where it went: taken away
    QCOMPARE(canvas()->selectedTables().size(), std::size_t(1));
    press(Qt::Key_Space);
    QCOMPARE(canvas()->selectedTables().size(), std::size_t(2));
    press(Qt::Key_Escape);
    QCOMPARE(canvas()->selectedTables().size(), std::size_t(1));
    QVERIFY(diagram()->selected().has_value());
    QVERIFY(said().isEmpty());
    press(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(canvas()->selectedTables().size() > 10);
    QVERIFY(tree()->selectionModel()->selectedRows().size() > 10);
    press(Qt::Key_Escape);
    QVERIFY(canvas()->selectedTables().empty());
    QVERIFY(!tree()->selectionModel()->hasSelection());
}

void TestWalkingWindow::groupsHaveAMenu()
{
    const DiagramGraph* graph = canvas()->graph();
    QVERIFY(graph->groups.size() > 1);
    int group = 0;
    while (canvas()->tablesOfGroup(group).size() < 2 ||
           canvas()->tablesOfGroup(group).size() == graph->nodes.size())
        ++group;
    const std::vector<TableId> tables = canvas()->tablesOfGroup(group);
    Q_EMIT canvas()->groupMenuRequested(group, m_window->geometry().center());
    QTRY_VERIFY(entry(QStringLiteral("Select its tables")) != nullptr);
    for (const char* words : {"Show it large", "Show only this group", "Export its diagram"})
        QVERIFY2(entry(QString::fromLatin1(words)) != nullptr, words);
    QAction* select = entry(QStringLiteral("Select its tables"));
    QAction* only = entry(QStringLiteral("Show only this group"));
    QApplication::activePopupWidget()->close();
    diagram()->select(std::nullopt);
    select->trigger();
    QVERIFY(canvas()->selectedTables() == tables);
    only->trigger();
    QCOMPARE(canvas()->hiddenTables().size() + tables.size(), graph->nodes.size());
    QVERIFY(canvas()->hasFocus());
}

void TestWalkingWindow::areaIsSelectedOnce()
{
    QAction* area = m_window->findChild<ViewDesk*>()->actions().selectArea;
    area->trigger();
    QVERIFY(canvas()->isSelectingArea() && canvas()->hasFocus());
    QVERIFY(said().contains(QStringLiteral("Esc")));
    press(Qt::Key_Escape);
    QVERIFY(!area->isChecked());
    QVERIFY(said().isEmpty());
}

void TestWalkingWindow::legendsStayFolded()
{
    auto* colours = canvas()->findChild<LensLegend*>();
    QVERIFY(!Settings().foldsLineLegend());
    diagram()->reveal(table("customers")); // near: there is a legend of lines
    QVERIFY(!canvas()->lineLegendRect().isEmpty());
    const double height = canvas()->lineLegendRect().height();
    press(Qt::Key_L);
    QVERIFY(canvas()->lineLegendRect().height() != height);
    QVERIFY(Settings().foldsLineLegend());
    press(Qt::Key_L);
    QCOMPARE(canvas()->lineLegendRect().height(), height);
    const bool folded = colours->isFolded();
    QTest::mouseClick(colours, Qt::LeftButton);
    QCOMPARE(colours->isFolded(), !folded);
    QCOMPARE(Settings().foldsLensLegend(), !folded);
    QVERIFY(canvas()->selected() == table("customers")); // nothing below it was meant
    QTest::mouseClick(colours, Qt::LeftButton);
}

void TestWalkingWindow::escapeTakesTheWayAway()
{
    auto* desk = m_window->findChild<PathDesk*>();
    const auto way = [this] { return canvas()->path().tables; };
    desk->open({TableId{table("customers").index}, TableId{table("refunds").index}});
    QTRY_VERIFY_WITH_TIMEOUT(!way().empty(), patienceMs);
    canvas()->setFocus();
    QVERIFY(said().contains(QStringLiteral("Esc")));
    press(Qt::Key_Escape);
    QVERIFY(way().empty());
    QVERIFY(desk->dock()->isVisible());
    // chosen again it is shown again, until something else is selected
    Q_EMIT desk->panel()->pathChosen();
    QTRY_VERIFY(!way().empty());
    diagram()->select(table("audit_log"));
    QVERIFY(way().empty());
    QVERIFY(canvas()->selected() == table("audit_log"));
    Q_EMIT desk->panel()->pathChosen();
    QTRY_VERIFY(!way().empty());
    desk->dock()->hide();
    QTRY_VERIFY(way().empty());
}

void TestWalkingWindow::framesFollowTheKeyboard()
{
    FocusRing* ring = m_window->findChild<WalkDesk*>()->ring();
    // through the window, as a mouse does: the press comes before the focus
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {},
                      tree()->viewport()->mapTo(m_window.get(), lineOf("customers")));
    QTRY_VERIFY(tree()->hasFocus());
    QVERIFY(ring->framed() == nullptr);
    canvas()->setFocus();
    for (int i = 0; i < 15 && ring->framed() == nullptr; ++i) // some begin with a field
        press(Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(ring->framed() != nullptr);
    QVERIFY(ring->framed()->hasFocus());
    press(Qt::Key_Escape); // and back
    QVERIFY(canvas()->hasFocus());
    QVERIFY(ring->framed() == nullptr);
    // without the focus what is selected is not as loud
    const QPalette palette = tree()->palette();
    QVERIFY(palette.color(QPalette::Inactive, QPalette::Highlight) !=
            palette.color(QPalette::Active, QPalette::Highlight));
}

void TestWalkingWindow::textIsLarger()
{
    const double before = canvas()->scale();
    press(Qt::Key_Plus, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(canvas()->scale() > before);
    QVERIFY(Settings().diagramTextScale() > 1.2);
    diagram()->reveal(table("customers"));
    const double large = canvas()->scale();
    press(Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(Settings().diagramTextScale(), 1.0);
    canvas()->fit();
    diagram()->reveal(table("customers"));
    QVERIFY(canvas()->scale() < large);
}

void TestWalkingWindow::messagesMoveNoTable()
{
    diagram()->reveal(table("customers"));
    const auto place = [this] {
        return canvas()->mapToGlobal(canvas()->widgetRect(table("customers")).center());
    };
    QTRY_VERIFY(!m_window->messageBar()->isVisible());
    const QPoint before = place();
    const int height = canvas()->height();
    m_window->messageBar()->showMessage(
        {MessageTopic::Share, MessageLevel::Info, QStringLiteral("Copied"), {}, {}});
    QTRY_VERIFY(canvas()->height() < height);
    QVERIFY((place() - before).manhattanLength() <= 2);
    m_window->messageBar()->clearTopic(MessageTopic::Share);
    QTRY_COMPARE(canvas()->height(), height);
    QVERIFY((place() - before).manhattanLength() <= 2);
}

CADASTRE_WINDOW_TEST(TestWalkingWindow)
#include "tst_walking_window.moc"

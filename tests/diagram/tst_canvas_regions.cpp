// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Several tables and the regions of boundaries on the canvas, through mouse and keys.
#include "diagram/canvas.h"
#include "diagram/grouping.h"
#include "tests/support/diagram_fixture.h"
#include "tests/support/drawn_boundaries.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QtTest>

using namespace cadastre;

class TestCanvasRegions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bandSelectsWhatItTouches();
    void clicksToggleTables_data();
    void clicksToggleTables();
    void severalTablesAreRinged();
    void selectingIsSilentAndTellingIsNot();
    void selectAllAndEscape();
    void severalSurviveANewDiagram();
    void groupsAreFoundAtTheirPlaces();
    void draggingIntoAnotherRegionIsADrop();
    void droppingOnTheUnowned();
    void severalAreDroppedTogether();
    void movingInsideTheOwnRegionIsAMove();
    void escapePutsTheTableBack();
    void hintsBelongToTheHoveredRegion();
    void titlesZoomToTheirRegion();
    void namesOfGroupsAreButtons();
    void groupsThatNobodyDrewHaveAMenu();
    void regionsHaveAMenuOfTheirOwn();
    void assistiveTechnologyHearsTheOwner();
    void fittingLeavesLegendsTheirPlace();

private:
    [[nodiscard]] TableId table(const char* name) const
    {
        return TableId{m_graph->catalog->resolve(QString::fromLatin1(name))->index};
    }
    [[nodiscard]] QPoint titleOf(const char* name) const
    {
        return m_canvas->widgetRect(ObjectRef(table(name))).topLeft() + QPoint(8, 6);
    }
    [[nodiscard]] int group(const char* name) const
    {
        for (int i = 0; i < int(m_graph->groups.size()); ++i)
            if (m_graph->groups[i].name == QLatin1String(name))
                return i;
        return -1;
    }
    [[nodiscard]] BoundaryIndex boundary(const char* name) const
    {
        return *m_graph->groups[group(name)].boundary;
    }
    /// Inside the frame, beside its tables.
    [[nodiscard]] QPoint emptyPartOf(const char* name) const
    {
        return m_canvas->groupRect(group(name)).bottomLeft() + QPoint(6, -6);
    }
    [[nodiscard]] std::vector<TableId> tables(std::initializer_list<const char*> names) const
    {
        std::vector<TableId> result;
        for (const char* name : names)
            result.push_back(table(name));
        std::sort(result.begin(), result.end());
        return result;
    }
    /// Null where it has none.
    [[nodiscard]] QPoint placeOfName(int group) const
    {
        for (int y = 0; y < m_canvas->height(); y += 3)
            for (int x = 0; x < m_canvas->width(); x += 3)
                if (m_canvas->groupNameAt({x, y}) == group)
                    return {x, y};
        return {};
    }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, modifiers, at);
    }
    void moveTo(QPoint at)
    {
        QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_canvas.get(), &move);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, modifiers);
        for (int step = 1; step <= 4; ++step)
            moveTo(from + (to - from) * step / 4);
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, modifiers, to);
    }

    std::shared_ptr<const DiagramGraph> m_graph;
    std::unique_ptr<Canvas> m_canvas;
};

void TestCanvasRegions::init()
{
    m_graph = test::ownedShopGraph();
    m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(1000, 700);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    m_canvas->setFocus();
}

void TestCanvasRegions::cleanup()
{
    m_canvas.reset();
}

void TestCanvasRegions::bandSelectsWhatItTouches()
{
    QSignalSpy chosen(m_canvas.get(), &Canvas::tablesSelectionChanged);
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    const QRectF view = m_canvas->viewRect();
    const QRect all = m_canvas->groupRect(group("Ordering"));
    drag(all.topLeft() + QPoint(2, 2), all.bottomRight() - QPoint(2, 2), Qt::ShiftModifier);
    const auto expected = tables({"customers", "orders", "order_items", "v_orders_v1"});
    QVERIFY(m_canvas->selectedTables() == expected);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen[0][0].value<std::vector<TableId>>() == expected);
    QVERIFY(!m_canvas->selected());
    QCOMPARE(m_canvas->viewRect(), view);
    QVERIFY(moved.isEmpty());

    const QRect one = m_canvas->widgetRect(ObjectRef(table("invoices")));
    drag(one.topLeft() - QPoint(5, 5), one.topLeft() + QPoint(5, 5), Qt::ShiftModifier);
    QVERIFY(m_canvas->selected() == ObjectRef(table("invoices")));
    QVERIFY(m_canvas->selectedTables() == tables({"invoices"}));
}

void TestCanvasRegions::clicksToggleTables_data()
{
    QTest::addColumn<int>("modifier");
    QTest::newRow("shift") << int(Qt::ShiftModifier);
    QTest::newRow("control") << int(Qt::ControlModifier);
}

void TestCanvasRegions::clicksToggleTables()
{
    QFETCH(int, modifier);
    const Qt::KeyboardModifiers with(modifier);
    QSignalSpy drawn(m_canvas.get(), &Canvas::relationshipDrawn);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, titleOf("orders"));
    QVERIFY(m_canvas->selected() == ObjectRef(table("orders")));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, with, titleOf("customers"));
    QVERIFY(m_canvas->selectedTables() == tables({"customers", "orders"}));
    QVERIFY(!m_canvas->selected());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, with, {3, 3});
    QVERIFY(m_canvas->selectedTables() == tables({"customers", "orders"}));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, with, titleOf("orders"));
    QVERIFY(m_canvas->selectedTables() == tables({"customers"}));
    QVERIFY(m_canvas->selected() == ObjectRef(table("customers")));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, titleOf("invoices"));
    QVERIFY(m_canvas->selectedTables() == tables({"invoices"}));
    QVERIFY(drawn.isEmpty());
}

void TestCanvasRegions::severalTablesAreRinged()
{
    const QImage before = m_canvas->grab().toImage();
    m_canvas->selectTables(tables({"orders", "invoices"}));
    const QImage after = m_canvas->grab().toImage();
    const auto changes = [&](const char* name) {
        const QRect around = m_canvas->widgetRect(ObjectRef(table(name))).adjusted(-6, -6, 6, 6);
        return before.copy(around) != after.copy(around);
    };
    QVERIFY(changes("orders"));
    QVERIFY(changes("invoices"));
    QVERIFY(!changes("leftover"));
}

void TestCanvasRegions::selectingIsSilentAndTellingIsNot()
{
    QSignalSpy chosen(m_canvas.get(), &Canvas::tablesSelectionChanged);
    QSignalSpy single(m_canvas.get(), &Canvas::selectionChanged);
    m_canvas->selectTables(tables({"orders", "invoices"}));
    m_canvas->selectTables(tables({"orders"}));
    QVERIFY(m_canvas->selected() == ObjectRef(table("orders")));
    m_canvas->selectTables({});
    QVERIFY(!m_canvas->selected());
    QVERIFY(chosen.isEmpty() && single.isEmpty());

    m_canvas->selectTables(tables({"orders", "invoices"}));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {3, 3});
    QVERIFY(m_canvas->selectedTables().empty());
    QCOMPARE(chosen.size(), 1);
    QVERIFY(single.isEmpty());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, titleOf("orders"));
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(single.size(), 1);
}

void TestCanvasRegions::selectAllAndEscape()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_canvas->selectedTables().size(), m_graph->nodes.size());
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QVERIFY(m_canvas->selectedTables().empty());
}

void TestCanvasRegions::severalSurviveANewDiagram()
{
    m_canvas->selectTables(tables({"orders", "invoices"}));
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    QVERIFY(m_canvas->selectedTables() == tables({"invoices", "orders"}));

    GraphOptions options;
    options.tables = tables({"orders", "customers"});
    const auto few = std::make_shared<const DiagramGraph>(
        buildGraph(m_graph->catalog, m_graph->relationships, options, fixedBoxMetrics()));
    m_canvas->setDiagram(few, test::gridLayout(*few));
    QVERIFY(m_canvas->selectedTables() == tables({"orders"}));
    QVERIFY(m_canvas->selected() == ObjectRef(table("orders")));
}

void TestCanvasRegions::groupsAreFoundAtTheirPlaces()
{
    for (const char* name : {"Billing", "Dunning", "Ordering", "Reference", "Nobody owns these"})
        QCOMPARE(m_canvas->groupAt(emptyPartOf(name)).value_or(-1), group(name));
    QVERIFY(!m_canvas->groupAt({1, 1}));
    QVERIFY(boundaryRegionOf(*m_graph, group("Dunning")) == group("Dunning"));
}

void TestCanvasRegions::draggingIntoAnotherRegionIsADrop()
{
    QSignalSpy hovered(m_canvas.get(), &Canvas::regionHovered);
    QSignalSpy dropped(m_canvas.get(), &Canvas::tablesDroppedOnRegion);
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    const QRect place = m_canvas->widgetRect(ObjectRef(table("order_items")));
    drag(titleOf("order_items"), emptyPartOf("Reference"));
    QCOMPARE(dropped.size(), 1);
    QVERIFY(dropped[0][0].value<std::vector<TableId>>() == tables({"order_items"}));
    QVERIFY(dropped[0][1].value<std::optional<BoundaryIndex>>() == boundary("Reference"));
    QVERIFY(moved.isEmpty());
    QVERIFY(hovered.size() >= 2);
    const auto over = hovered[hovered.size() - 2];
    QVERIFY(over[0].value<std::vector<TableId>>() == tables({"order_items"}));
    QVERIFY(over[1].value<std::optional<BoundaryIndex>>() == boundary("Reference"));
    QVERIFY(hovered.back()[0].value<std::vector<TableId>>().empty());
    QCOMPARE(m_canvas->widgetRect(ObjectRef(table("order_items"))), place);
}

void TestCanvasRegions::droppingOnTheUnowned()
{
    QSignalSpy dropped(m_canvas.get(), &Canvas::tablesDroppedOnRegion);
    drag(titleOf("invoices"), emptyPartOf("Nobody owns these"));
    QCOMPARE(dropped.size(), 1);
    QVERIFY(!dropped[0][1].value<std::optional<BoundaryIndex>>());
    QVERIFY(dropped[0][0].value<std::vector<TableId>>() == tables({"invoices"}));
}

void TestCanvasRegions::severalAreDroppedTogether()
{
    QSignalSpy dropped(m_canvas.get(), &Canvas::tablesDroppedOnRegion);
    m_canvas->selectTables(tables({"orders", "leftover"}));
    drag(titleOf("leftover"), emptyPartOf("Reference"));
    QCOMPARE(dropped.size(), 1);
    QVERIFY(dropped[0][0].value<std::vector<TableId>>() == tables({"leftover", "orders"}));
    // Another table than the chosen ones goes alone.
    drag(titleOf("customers"), emptyPartOf("Reference"));
    QCOMPARE(dropped.size(), 2);
    QVERIFY(dropped[1][0].value<std::vector<TableId>>() == tables({"customers"}));
}

void TestCanvasRegions::movingInsideTheOwnRegionIsAMove()
{
    QSignalSpy dropped(m_canvas.get(), &Canvas::tablesDroppedOnRegion);
    QSignalSpy hovered(m_canvas.get(), &Canvas::regionHovered);
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    m_canvas->selectTables(tables({"orders", "customers"}));
    drag(titleOf("orders"), titleOf("orders") + QPoint(24, 12));
    QVERIFY(dropped.isEmpty());
    QVERIFY(hovered.isEmpty());
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<std::vector<MovedTable>>().size(), std::size_t(2));
}

void TestCanvasRegions::escapePutsTheTableBack()
{
    QSignalSpy dropped(m_canvas.get(), &Canvas::tablesDroppedOnRegion);
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    QSignalSpy hovered(m_canvas.get(), &Canvas::regionHovered);
    const QRect place = m_canvas->widgetRect(ObjectRef(table("orders")));
    press(titleOf("orders"));
    moveTo(titleOf("orders") + QPoint(30, 30));
    const QPoint there = emptyPartOf("Reference");
    moveTo(there);
    QVERIFY(m_canvas->widgetRect(ObjectRef(table("orders"))) != place);
    QCOMPARE(hovered.size(), 1);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(m_canvas->widgetRect(ObjectRef(table("orders"))), place);
    QVERIFY(hovered.back()[0].value<std::vector<TableId>>().empty());
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, there);
    QVERIFY(dropped.isEmpty() && moved.isEmpty());
    QCOMPARE(m_canvas->widgetRect(ObjectRef(table("orders"))), place);
}

void TestCanvasRegions::hintsBelongToTheHoveredRegion()
{
    m_canvas->setDropHint(QStringLiteral("nothing is dragged"));
    connect(m_canvas.get(), &Canvas::regionHovered, m_canvas.get(),
            [this](const std::vector<TableId>& tables) {
                if (!tables.empty())
                    m_canvas->setDropHint(QStringLiteral("Crossings: 7 → 3"));
            });
    press(titleOf("orders"));
    moveTo(titleOf("orders") + QPoint(30, 30));
    const QPoint there = emptyPartOf("Reference");
    moveTo(there);
    const QImage with = m_canvas->grab().toImage();
    m_canvas->setDropHint(QString());
    QVERIFY(m_canvas->grab().toImage() != with);
    m_canvas->setDropHint(QStringLiteral("Crossings: 7 → 3"));
    QCOMPARE(m_canvas->grab().toImage(), with);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
}

void TestCanvasRegions::titlesZoomToTheirRegion()
{
    QSignalSpy activated(m_canvas.get(), &Canvas::regionActivated);
    const QRect before = m_canvas->groupRect(group("Reference"));
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, emptyPartOf("Reference"));
    QVERIFY(activated.isEmpty());
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, before.topLeft() + QPoint(20, 8));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toInt(), boundary("Reference"));
    const QRect after = m_canvas->groupRect(group("Reference"));
    QVERIFY(after.width() > before.width());
    QVERIFY(m_canvas->rect().contains(after));
}

void TestCanvasRegions::namesOfGroupsAreButtons()
{
    const QPoint on = placeOfName(group("Ordering"));
    QVERIFY(!on.isNull());
    const auto expected = tables({"customers", "orders", "order_items", "v_orders_v1"});
    QVERIFY(m_canvas->tablesOfGroup(group("Ordering")) == expected);
    QSignalSpy chosen(m_canvas.get(), &Canvas::tablesSelectionChanged);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, on);
    QVERIFY(m_canvas->selectedTables() == expected);
    QCOMPARE(chosen.size(), 1);
    m_canvas->selectTables(tables({"leftover"}));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::ControlModifier, on);
    QCOMPARE(m_canvas->selectedTables().size(), expected.size() + 1);
    const int before = m_canvas->groupRect(group("Ordering")).width();
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, on);
    QVERIFY(m_canvas->groupRect(group("Ordering")).width() > before);
    // near, a name is only as wide as its words
    const QRect frame = m_canvas->groupRect(group("Ordering"));
    QVERIFY(!m_canvas->groupNameAt(frame.center()));
}

void TestCanvasRegions::groupsThatNobodyDrewHaveAMenu()
{
    m_graph = test::graphOf(test::smallShop);
    QVERIFY(m_graph->groups.size() > 1); // schemas
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
    const QPoint on = placeOfName(0);
    QVERIFY(!on.isNull());
    QSignalSpy asked(m_canvas.get(), &Canvas::groupMenuRequested);
    QSignalSpy region(m_canvas.get(), &Canvas::regionMenuRequested);
    QContextMenuEvent event(QContextMenuEvent::Mouse, on, m_canvas->mapToGlobal(on));
    QCoreApplication::sendEvent(m_canvas.get(), &event);
    QCOMPARE(asked.size(), 1);
    QVERIFY(region.isEmpty());
    QCOMPARE(asked[0][0].toInt(), 0);
}

void TestCanvasRegions::regionsHaveAMenuOfTheirOwn()
{
    QSignalSpy region(m_canvas.get(), &Canvas::regionMenuRequested);
    QSignalSpy plain(m_canvas.get(), &Canvas::contextMenuRequested);
    const auto rightClick = [&](QPoint at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_canvas->mapToGlobal(at));
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    };
    m_canvas->selectTables(tables({"orders", "leftover"}));
    rightClick(emptyPartOf("Ordering"));
    QCOMPARE(region.size(), 1);
    QVERIFY(region[0][0].value<std::optional<BoundaryIndex>>() == boundary("Ordering"));
    rightClick(emptyPartOf("Nobody owns these"));
    QCOMPARE(region.size(), 2);
    QVERIFY(!region[1][0].value<std::optional<BoundaryIndex>>());
    QVERIFY(plain.isEmpty());
    rightClick(titleOf("orders"));
    QCOMPARE(plain.size(), 1);
    QCOMPARE(m_canvas->selectedTables().size(), std::size_t(2));
    rightClick({1, 1});
    QCOMPARE(plain.size(), 2);
    QCOMPARE(region.size(), 2);
    QVERIFY(m_canvas->selectedTables().empty());
}

void TestCanvasRegions::assistiveTechnologyHearsTheOwner()
{
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(canvas);
    m_canvas->selectTables(tables({"orders", "invoices"}));
    QStringList names;
    int selected = 0;
    for (int i = 0; i < canvas->childCount(); ++i) {
        names << canvas->child(i)->text(QAccessible::Name);
        selected += canvas->child(i)->state().selected;
    }
    QCOMPARE(selected, 2);
    const auto named = [&](const char* end) {
        return std::any_of(names.begin(), names.end(),
                           [&](const QString& name) { return name.endsWith(QLatin1String(end)); });
    };
    QVERIFY(named("v_orders_v1, contract v1 of Ordering (Team Shop)"));
    QVERIFY(named("invoices, private to Billing (Team Money)"));
    QVERIFY(named("leftover, owned by nobody"));
}

/// A sheet in a corner covers no region after fitting, unless all would become much smaller.
void TestCanvasRegions::fittingLeavesLegendsTheirPlace()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_L); // the legend of lines is folded
    m_canvas->resize(1200, 400);                // which is fitted by its height
    m_canvas->fit();
    const double whole = m_canvas->scale();
    const auto isCovered = [this](const QRect& sheet) {
        for (int i = 0; i < int(m_graph->groups.size()); ++i)
            if (m_canvas->groupRect(i).intersects(sheet))
                return true;
        return false;
    };
    QWidget sheet(m_canvas.get());
    sheet.setGeometry(10, 340, 1180, 50);
    sheet.show();
    QVERIFY(isCovered(sheet.geometry()));
    m_canvas->fit();
    QVERIFY(!isCovered(sheet.geometry()));
    QVERIFY(m_canvas->isFitted());
    QVERIFY(m_canvas->scale() >= 0.75 * whole);
    sheet.setGeometry(10, 210, 1180, 180);
    m_canvas->fit();
    QCOMPARE(m_canvas->scale(), whole);
}

QTEST_MAIN(TestCanvasRegions)
#include "tst_canvas_regions.moc"

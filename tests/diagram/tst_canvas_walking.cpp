// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walking, moving and hiding on the canvas with keys and mouse: where arrows lead, what Ctrl and
// arrows move, what is neither drawn nor hit nor walked when it is hidden, and the small picture.
#include "diagram/arrange.h"
#include "diagram/canvas.h"
#include "diagram/graph_part.h"
#include "diagram/overview.h"
#include "tests/support/diagram_fixture.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace cadastre;

namespace {

/// A cross: orders in the middle; right of it, near, what is not related, and farther what is.
constexpr const char* crossShop = "orders\n"
                                  "  id integer pk\n"
                                  "  customer_id integer > customers.id\n"
                                  "notes\n"
                                  "  id integer pk\n"
                                  "customers\n"
                                  "  id integer pk\n"
                                  "lines\n"
                                  "  id integer pk\n"
                                  "  order_id integer > orders.id\n";

} // namespace

class TestCanvasWalking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void arrowsPreferWhatIsRelated();
    void enterGoesAlongTheLine();
    void keysChooseSeveralTables();
    void naturalSizeShowsATable();
    void sheetsHideNothingThatIsAskedFor();
    void homeAndEnd();
    void backspaceAndMouseButtonsAskBack();
    void controlAndArrowsMoveTogether();
    void areaModeSelectsWithoutShift();
    void hiddenTablesAreGoneAndStayInPlace();
    void hiddenSelectionIsDropped();
    void everythingHiddenIsNoPicture();
    void framesShrinkAroundWhatIsShown();
    void overviewShowsWhatIsShown();
    void exportsLeaveOutWhatIsHidden();
    void arrangements_data();
    void arrangements();

private:
    [[nodiscard]] ObjectRef object(const char* name) const
    {
        return test::objectOf(*m_graph, name);
    }
    [[nodiscard]] TableChoice hiding(std::initializer_list<const char*> names) const
    {
        std::vector<ObjectKey> keys;
        for (const char* name : names)
            keys.push_back(m_graph->catalog->keyOf(object(name)));
        return withHidden({}, keys);
    }
    void place(const char* name, QPointF at)
    {
        m_canvas->placeTable(TableId{object(name).index}, at);
    }
    void show(const char* schema);

    std::shared_ptr<const DiagramGraph> m_graph;
    std::unique_ptr<Canvas> m_canvas;
};

void TestCanvasWalking::show(const char* schema)
{
    m_graph = test::graphOf(schema);
    m_canvas->setDiagram(m_graph, test::gridLayout(*m_graph));
}

void TestCanvasWalking::init()
{
    m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(1000, 600);
    show(crossShop);
    place("orders", {0, 0});
    place("notes", {300, 0});
    place("customers", {600, 0});
    place("lines", {-500, 0});
    m_canvas->show();
    m_canvas->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
    m_canvas->setFocus();
    m_canvas->fit();
}

void TestCanvasWalking::cleanup()
{
    m_canvas.reset();
}

void TestCanvasWalking::arrowsPreferWhatIsRelated()
{
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->selected() == object("customers")); // not the notes between them
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QVERIFY(m_canvas->selected() == object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QVERIFY(m_canvas->selected() == object("lines"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QVERIFY(m_canvas->selected() == object("lines")); // nothing is farther left
    // however far away, and said where nothing related lies there
    place("customers", {4000, 0});
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->selected() == object("customers"));
    QCOMPARE(m_canvas->keysHint(), QString());
    place("customers", {0, 4000});
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->selected() == object("notes"));
    QVERIFY(m_canvas->keysHint().contains(QStringLiteral("not related")));
    m_canvas->select(object("orders"));
    QCOMPARE(m_canvas->keysHint(), QString());
}

void TestCanvasWalking::enterGoesAlongTheLine()
{
    QSignalSpy reviewed(m_canvas.get(), &Canvas::relationshipActivated);
    QSignalSpy focused(m_canvas.get(), &Canvas::objectActivated);
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Tab);
    QVERIFY(m_canvas->selectedRelationship());
    const Relationship& lit = (*m_graph->relationships)[*m_canvas->selectedRelationship()];
    const ObjectRef other =
        ObjectRef(lit.child) == object("orders") ? object("customers") : ObjectRef(lit.child);
    QVERIFY(m_canvas->keysHint().contains(m_graph->catalog->displayName(other)));
    QTest::keyClick(m_canvas.get(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(reviewed.size(), 1);
    QVERIFY(m_canvas->selectedRelationship());
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QVERIFY(m_canvas->selected() == other);
    QVERIFY(!m_canvas->selectedRelationship());
    QCOMPARE(reviewed.size(), 1);
    QVERIFY(focused.isEmpty());
    QTest::keyClick(m_canvas.get(), Qt::Key_Tab); // and back by the same line
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvasWalking::keysChooseSeveralTables()
{
    const auto chosen = [this](std::initializer_list<const char*> names) {
        std::vector<TableId> tables;
        for (const char* name : names)
            tables.push_back(TableId{object(name).index});
        std::sort(tables.begin(), tables.end());
        return m_canvas->selectedTables() == tables;
    };
    const auto press = [this](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_canvas.get(), Qt::Key(key), modifiers);
    };
    QSignalSpy told(m_canvas.get(), &Canvas::tablesSelectionChanged);
    m_canvas->select(object("lines"));
    press(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(chosen({"lines", "orders"}));
    QCOMPARE(told.size(), 1);
    press(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(chosen({"lines", "orders", "customers"}));
    QVERIFY(m_canvas->keysHint().startsWith(QStringLiteral("3 tables")));
    press(Qt::Key_Left); // only goes
    QVERIFY(chosen({"lines", "orders", "customers"}));
    QVERIFY(m_canvas->currentTable() == TableId{object("orders").index});
    press(Qt::Key_Space); // takes away
    QVERIFY(chosen({"lines", "customers"}));
    press(Qt::Key_Space, Qt::ControlModifier); // and adds
    QVERIFY(chosen({"lines", "orders", "customers"}));
    press(Qt::Key_Escape);
    QVERIFY(m_canvas->selected() == object("orders")); // where it was
    // Space begins with the table itself
    press(Qt::Key_Space);
    QVERIFY(chosen({"orders"}));
    press(Qt::Key_Right);
    QVERIFY(chosen({"orders"}));
    QVERIFY(m_canvas->currentTable() == TableId{object("customers").index});
    press(Qt::Key_Space);
    QVERIFY(chosen({"orders", "customers"}));
    QSignalSpy focused(m_canvas.get(), &Canvas::objectActivated);
    press(Qt::Key_Return);
    QCOMPARE(focused.size(), 1);
    QVERIFY(focused[0][0].value<ObjectRef>() == object("customers"));
    m_canvas->select(object("notes"));
    QVERIFY(m_canvas->currentTable() == TableId{object("notes").index});
    press(Qt::Key_Left); // one again: arrows choose
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvasWalking::naturalSizeShowsATable()
{
    place("lines", {-9000, 0});
    place("customers", {9000, 0});
    place("notes", {-9000, 3000});
    m_canvas->select(std::nullopt);
    m_canvas->fit();
    m_canvas->zoomTo100();
    QCOMPARE(m_canvas->scale(), 1.0);
    QVERIFY(!m_canvas->visibleObjects().empty()); // the one next to the middle
    m_canvas->fit();
    m_canvas->select(object("customers"));
    m_canvas->zoomTo100();
    QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(object("customers")).center()));
}

void TestCanvasWalking::sheetsHideNothingThatIsAskedFor()
{
    QWidget sheet(m_canvas.get());
    sheet.setGeometry(700, 0, 300, 250);
    sheet.show();
    m_canvas->zoomTo100();
    const QRectF view = m_canvas->viewRect();
    const QRectF customers = m_canvas->sceneRect(object("customers"));
    m_canvas->showRect(QRectF(customers.topRight() - QPointF(980, 20), view.size()));
    QVERIFY(sheet.geometry().intersects(m_canvas->widgetRect(object("customers"))));
    const auto isSeen = [&] {
        const QRect rect = m_canvas->widgetRect(object("customers"));
        return m_canvas->rect().contains(rect) && !sheet.geometry().intersects(rect);
    };
    m_canvas->ensureVisible(object("customers"));
    QVERIFY(isSeen());
    m_canvas->showRect(QRectF(customers.topRight() - QPointF(980, 20), view.size()));
    QVERIFY(!isSeen());
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Right); // walking, too
    QVERIFY(m_canvas->selected() == object("customers"));
    QVERIFY(isSeen());
    // a small table is shown in the middle, or where the middle is taken, beside it
    m_canvas->centerOn(object("notes"));
    QVERIFY((m_canvas->widgetRect(object("notes")).center() - m_canvas->rect().center())
                .manhattanLength() < 4);
    sheet.setGeometry(300, 100, 700, 500);
    m_canvas->centerOn(object("notes"));
    QVERIFY(m_canvas->widgetRect(object("notes")).right() < 300);
}

void TestCanvasWalking::homeAndEnd()
{
    place("notes", {300, -900});
    place("lines", {-500, 900});
    m_canvas->zoomTo100();
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QVERIFY(m_canvas->selected() == object("notes"));
    QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(object("notes"))));
    QTest::keyClick(m_canvas.get(), Qt::Key_End);
    QVERIFY(m_canvas->selected() == object("lines"));
    QVERIFY(m_canvas->rect().contains(m_canvas->widgetRect(object("lines"))));
    m_canvas->setTableChoice(hiding({"notes"}));
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QVERIFY(m_canvas->selected() != object("notes"));
}

void TestCanvasWalking::backspaceAndMouseButtonsAskBack()
{
    QSignalSpy back(m_canvas.get(), &Canvas::backRequested);
    QSignalSpy forward(m_canvas.get(), &Canvas::forwardRequested);
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Backspace);
    QTest::mouseClick(m_canvas.get(), Qt::BackButton, {}, {5, 5});
    QCOMPARE(back.size(), 2);
    QVERIFY(forward.isEmpty());
    QTest::keyClick(m_canvas.get(), Qt::Key_Backspace, Qt::ShiftModifier);
    QTest::mouseClick(m_canvas.get(), Qt::ForwardButton, {}, {5, 5});
    QCOMPARE(forward.size(), 2);
    QCOMPARE(back.size(), 2);
    QVERIFY(m_canvas->selected() == object("orders"));
}

void TestCanvasWalking::controlAndArrowsMoveTogether()
{
    QSignalSpy moved(m_canvas.get(), &Canvas::tablesMoved);
    m_canvas->selectTables({TableId{object("orders").index}, TableId{object("lines").index}});
    const QRectF orders = m_canvas->sceneRect(object("orders"));
    const QRectF notes = m_canvas->sceneRect(object("notes"));
    // QTest lets Ctrl go after each click
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right}) {
        QKeyEvent held(QEvent::KeyPress, key, Qt::ControlModifier);
        QCoreApplication::sendEvent(m_canvas.get(), &held);
    }
    QVERIFY(moved.isEmpty());
    QTest::keyRelease(m_canvas.get(), Qt::Key_Control);
    QCOMPARE(moved.size(), 1); // one move of two tables
    const auto moves = moved[0][0].value<std::vector<MovedTable>>();
    QCOMPARE(moves.size(), std::size_t(2));
    QCOMPARE(m_canvas->sceneRect(object("orders")).topLeft(), orders.topLeft() + QPointF(20, 40));
    QCOMPARE(m_canvas->sceneRect(object("notes")), notes);
    for (const MovedTable& move : moves)
        QCOMPARE(move.to - move.from, QPointF(20, 40));
    QCOMPARE(m_canvas->selectedTables().size(), std::size_t(2));
    m_canvas->select(std::nullopt);
    QTest::keyClick(m_canvas.get(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyRelease(m_canvas.get(), Qt::Key_Control);
    QCOMPARE(moved.size(), 1);
}

void TestCanvasWalking::areaModeSelectsWithoutShift()
{
    const auto drag = [this](QPoint from, QPoint to) {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 3; ++step) {
            const QPoint at = from + (to - from) * step / 3;
            QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, {});
            QCoreApplication::sendEvent(m_canvas.get(), &move);
        }
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, to);
    };
    const QRectF view = m_canvas->viewRect();
    const QPoint right = m_canvas->widgetRect(object("customers")).bottomRight() + QPoint(6, 6);
    const QPoint left = m_canvas->widgetRect(object("notes")).topLeft() - QPoint(6, 30);
    m_canvas->setSelectingArea(true);
    drag(left, right);
    QCOMPARE(m_canvas->selectedTables().size(), std::size_t(2));
    QCOMPARE(m_canvas->viewRect(), view);
    QVERIFY(!m_canvas->isSelectingArea()); // the mode is for one area
    m_canvas->setSelectingArea(true);
    QVERIFY(m_canvas->keysHint().contains(QStringLiteral("Esc")));
    QSignalSpy left_(m_canvas.get(), &Canvas::selectingAreaChanged);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(left_.size(), 1);
    QVERIFY(!m_canvas->isSelectingArea());
    drag(left, right);
    QVERIFY(m_canvas->viewRect() != view);
}

void TestCanvasWalking::hiddenTablesAreGoneAndStayInPlace()
{
    const Placements before = m_canvas->placements();
    const QPoint at = m_canvas->widgetRect(object("customers")).center();
    const QRectF bounds = m_canvas->shownBounds();
    QSignalSpy contents(m_canvas.get(), &Canvas::contentsChanged);
    m_canvas->setTableChoice(hiding({"customers"}));
    QCOMPARE(contents.size(), 1);
    QVERIFY(m_canvas->isHidden(object("customers")));
    QVERIFY(!m_canvas->isHidden(object("orders")));
    QCOMPARE(m_canvas->hiddenTables().size(), std::size_t(1));
    QVERIFY(m_canvas->shownBounds().width() < bounds.width()); // and all of the rest fits again
    QVERIFY(m_canvas->objectAt(m_canvas->widgetRect(object("customers")).center()) !=
            object("customers"));
    const auto visible = m_canvas->visibleObjects();
    QVERIFY(std::find(visible.begin(), visible.end(), object("customers")) == visible.end());
    QVERIFY(m_canvas->relationshipsOf(object("orders")).size() == 1); // of two
    m_canvas->select(object("orders"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->selected() == object("notes"));
    QTest::keyClick(m_canvas.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_canvas->selectedTables().size(), std::size_t(3));
    QCOMPARE(m_canvas->placements(), before); // nothing was laid out
    m_canvas->setTableChoice({});
    m_canvas->fit();
    QCOMPARE(m_canvas->shownBounds(), bounds);
    QVERIFY(m_canvas->objectAt(at) == object("customers"));
    // the next picture of the same hides the same
    m_canvas->setTableChoice(hiding({"lines"}));
    m_canvas->setDiagram(m_graph, m_canvas->diagramLayout(), true);
    QVERIFY(m_canvas->isHidden(object("lines")));
}

void TestCanvasWalking::hiddenSelectionIsDropped()
{
    m_canvas->selectTables({TableId{object("orders").index}, TableId{object("lines").index},
                            TableId{object("notes").index}});
    m_canvas->setTableChoice(hiding({"lines", "notes"}));
    QVERIFY(m_canvas->selected() == object("orders"));
    QVERIFY(m_canvas->isTableSelected(TableId{object("orders").index}));
}

void TestCanvasWalking::everythingHiddenIsNoPicture()
{
    m_canvas->setTableChoice(hiding({"orders", "notes", "customers", "lines"}));
    QVERIFY(m_canvas->visibleObjects().empty());
    QVERIFY(m_canvas->shownBounds().isEmpty());
    m_canvas->fit();
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QVERIFY(!m_canvas->selected());
    QVERIFY(!m_canvas->grab().isNull());
    m_canvas->setTableChoice({});
    QCOMPARE(m_canvas->visibleObjects().size(), std::size_t(4));
}

void TestCanvasWalking::framesShrinkAroundWhatIsShown()
{
    show("a.one\n  id integer pk\na.two\n  id integer pk\nb.three\n  id integer pk\n");
    const DiagramScene all = test::sceneOf(m_graph);
    QCOMPARE(all.frames().size(), std::size_t(2));
    DiagramScene scene = all;
    scene.setHidden({0, 1, 1});
    QVERIFY(all.frameOf(0).contains(scene.layout().nodes[1]));
    QVERIFY(scene.frameOf(0).contains(scene.layout().nodes[0]));
    QVERIFY(!scene.frameOf(0).intersects(scene.layout().nodes[1]));
    QVERIFY(scene.frameOf(1).isEmpty());
    QCOMPARE(scene.layout().groups, all.layout().groups); // where places are counted from
    scene.setHidden({0, 0, 0});
    QVERIFY(!scene.hidesNodes());
    QCOMPARE(scene.frames(), all.frames());
}

void TestCanvasWalking::overviewShowsWhatIsShown()
{
    const QSize size(200, 100);
    const auto inkedAt = [&](const QImage& image, const char* name) {
        const QRectF rect =
            overviewRect(m_canvas->sceneRect(object(name)), m_canvas->shownBounds(), size);
        return image.pixelColor(rect.center().toPoint()).alpha() == 255;
    };
    const QImage all = m_canvas->overview(size, 1);
    QCOMPARE(all.size(), size);
    for (const char* name : {"orders", "notes", "customers", "lines"})
        QVERIFY2(inkedAt(all, name), name);
    QVERIFY(qAlpha(all.pixel(0, 0)) == 0);
    QCOMPARE(m_canvas->overview(size, 2).size(), size * 2);
    const QPointF point(123, -45);
    const QRectF there = overviewRect(QRectF(point, QSizeF(0, 0)), m_canvas->shownBounds(), size);
    const QPointF back = overviewPoint(there.topLeft(), m_canvas->shownBounds(), size);
    QVERIFY((back - point).manhattanLength() < 0.001);
    m_canvas->setTableChoice(hiding({"notes"}));
    const QImage part = m_canvas->overview(size, 1);
    QVERIFY(inkedAt(part, "orders"));
    QVERIFY(!inkedAt(part, "notes"));
    m_canvas->clear();
    QVERIFY(m_canvas->overview(size, 1).isNull());
}

void TestCanvasWalking::exportsLeaveOutWhatIsHidden()
{
    const DiagramPart part = shownPart(m_graph, m_canvas->diagramLayout(), hiding({"customers"}));
    QCOMPARE(part.graph->nodes.size(), std::size_t(3));
    QCOMPARE(part.layout.nodes.size(), std::size_t(3));
    QCOMPARE(part.graph->edges.size(), std::size_t(1)); // lines to orders
    const DiagramEdge& edge = part.graph->edges.front();
    QCOMPARE(part.graph->nodes[std::size_t(edge.from)].title, QStringLiteral("lines"));
    QCOMPARE(part.graph->nodes[std::size_t(edge.to)].title, QStringLiteral("orders"));
    QCOMPARE(part.graph->groups.size(), part.layout.groups.size());
    for (const DiagramNode& node : part.graph->nodes)
        QVERIFY(node.group < int(part.graph->groups.size()));
    QVERIFY(shownPart(m_graph, m_canvas->diagramLayout(), {}).graph == m_graph);
}

void TestCanvasWalking::arrangements_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QList<QPointF>>("expected");
    QTest::newRow("left") << int(Arrangement::AlignLeft)
                          << QList<QPointF>{{10, 0}, {10, 140}, {10, 280}};
    QTest::newRow("top") << int(Arrangement::AlignTop)
                         << QList<QPointF>{{300, 0}, {10, 0}, {150, 0}};
    QTest::newRow("rows") << int(Arrangement::Rows) << QList<QPointF>{{10, 0}, {150, 0}, {10, 140}};
}

void TestCanvasWalking::arrangements()
{
    QFETCH(int, how);
    const std::vector<QRectF> boxes{{300, 0, 100, 100}, {10, 50, 100, 100}, {20, 200, 100, 100}};
    const std::vector<QPointF> places = arranged(boxes, static_cast<Arrangement>(how));
    QTEST(QList<QPointF>(places.begin(), places.end()), "expected");
}

QTEST_MAIN(TestCanvasWalking)
#include "tst_canvas_walking.moc"

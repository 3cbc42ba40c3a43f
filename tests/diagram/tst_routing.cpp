// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Routes on graphs built by hand: relations between points and boxes, not pixels.
#include "diagram/boxes.h"
#include "diagram/layout.h"
#include "tests/support/relationship_fixture.h"
#include "tests/support/synthetic_catalog.h"

#include <QtTest>

#include <set>

using namespace cadastre;

namespace {

/// Boxes of three rows at given places, and edges from row 1 of one to row 0 of another.
struct Scene
{
    DiagramGraph graph;
    DiagramLayout layout;

    int add(double x, double y)
    {
        DiagramNode node;
        node.rows.resize(3);
        node.group = 0;
        node.size = boxSize(node, fixedBoxMetrics());
        graph.nodes.push_back(node);
        layout.nodes.emplace_back(QPointF(x, y), node.size);
        return static_cast<int>(graph.nodes.size()) - 1;
    }

    void connect(int from, int to)
    {
        DiagramEdge edge;
        edge.from = from;
        edge.fromRow = 1;
        edge.to = to;
        edge.toRow = 0;
        graph.edges.push_back(edge);
    }

    [[nodiscard]] QRectF row(int node, int row) const
    {
        return rowRect(layout.nodes[node], graph.shape, row);
    }
};

bool isAxisParallel(const EdgeRoute& route)
{
    for (int i = 1; i < route.count; ++i) {
        const QPointF d = route.points[i] - route.points[i - 1];
        if (d.x() != 0 && d.y() != 0)
            return false;
    }
    return route.count >= 2 && route.count <= EdgeRoute::maxPoints;
}

int boxesCrossed(const EdgeRoute& route, const std::vector<QRectF>& boxes)
{
    int crossed = 0;
    for (int i = 1; i < route.count; ++i) {
        const QRectF line = QRectF(route.points[i - 1], route.points[i]).normalized();
        for (const QRectF& box : boxes)
            crossed += box.adjusted(1, 1, -1, -1).intersects(line.adjusted(-0.1, -0.1, 0.1, 0.1));
    }
    return crossed;
}

} // namespace

class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weakLinesTakeNoRoom();
    void leavesAndArrivesAtRows();
    void keepsAStubAtEachEnd();
    void goesAroundABox();
    void spreadsParallelLines();
    void sharesTheTrunkOfOneParent();
    void bracketsBoxesAboveEachOther();
    void loopsAtTheRight();
    void routesALargeGraph();
    void survivesEmptiness();
};

void TestRouting::leavesAndArrivesAtRows()
{
    for (const bool childIsLeft : {true, false}) {
        Scene scene;
        const int child = scene.add(childIsLeft ? 0 : 400, 0);
        const int parent = scene.add(childIsLeft ? 400 : 0, 300);
        scene.connect(child, parent);
        for (const EdgeRoute& route : {routeEdges(scene.graph, scene.layout).front(),
                                       routeEdge(scene.graph, scene.layout, 0)}) {
            QVERIFY(isAxisParallel(route));
            const QPointF first = route.points[0];
            const QPointF last = route.points[route.count - 1];
            QCOMPARE(first.y(), scene.row(child, 1).center().y());
            QCOMPARE(last.y(), scene.row(parent, 0).center().y());
            QCOMPARE(first.x(), childIsLeft ? scene.layout.nodes[child].right()
                                            : scene.layout.nodes[child].left());
            QCOMPARE(last.x(), childIsLeft ? scene.layout.nodes[parent].left()
                                           : scene.layout.nodes[parent].right());
        }
    }
}

void TestRouting::keepsAStubAtEachEnd()
{
    Scene scene;
    const int parent = scene.add(0, 0);
    for (int i = 0; i < 12; ++i)
        scene.connect(scene.add(220, i * 140), parent);
    for (const EdgeRoute& route : routeEdges(scene.graph, scene.layout)) {
        if (route.count == 2)
            continue;
        QVERIFY(std::abs(route.points[1].x() - route.points[0].x()) >= 24);
        QVERIFY(std::abs(route.points[route.count - 1].x() - route.points[route.count - 2].x()) >=
                24);
    }
}

void TestRouting::goesAroundABox()
{
    Scene scene;
    const int parent = scene.add(0, 0);
    scene.add(300, 0); // in the way of both rows
    const int child = scene.add(600, 10);
    scene.connect(child, parent);
    const EdgeRoute route = routeEdges(scene.graph, scene.layout).front();
    QVERIFY(isAxisParallel(route));
    QCOMPARE(route.count, 6);
    QCOMPARE(boxesCrossed(route, scene.layout.nodes), 0);
}

void TestRouting::spreadsParallelLines()
{
    Scene scene;
    std::set<double> lanes;
    for (int i = 0; i < 4; ++i) {
        const int parent = scene.add(0, i * 120);
        const int child = scene.add(260, 500 + i * 120);
        scene.connect(child, parent);
    }
    for (const EdgeRoute& route : routeEdges(scene.graph, scene.layout)) {
        QCOMPARE(route.count, 4);
        lanes.insert(route.points[1].x());
    }
    QCOMPARE(lanes.size(), std::size_t(4));
}

void TestRouting::sharesTheTrunkOfOneParent()
{
    Scene scene;
    const int parent = scene.add(0, 0);
    std::set<double> lanes;
    for (int i = 1; i < 5; ++i)
        scene.connect(scene.add(260, i * 120), parent);
    for (const EdgeRoute& route : routeEdges(scene.graph, scene.layout))
        lanes.insert(route.points[1].x());
    QCOMPARE(lanes.size(), std::size_t(1));
}

void TestRouting::bracketsBoxesAboveEachOther()
{
    Scene scene;
    const int parent = scene.add(0, 0);
    const int child = scene.add(10, 300);
    scene.connect(child, parent);
    for (const EdgeRoute& route :
         {routeEdges(scene.graph, scene.layout).front(), routeEdge(scene.graph, scene.layout, 0)}) {
        QVERIFY(isAxisParallel(route));
        QCOMPARE(route.count, 4);
        QCOMPARE(boxesCrossed(route, scene.layout.nodes), 0);
    }
}

void TestRouting::loopsAtTheRight()
{
    Scene scene;
    const int table = scene.add(50, 50);
    scene.connect(table, table);
    const EdgeRoute route = routeEdges(scene.graph, scene.layout).front();
    QVERIFY(isAxisParallel(route));
    QCOMPARE(route.count, 4);
    QCOMPARE(route.points[0].x(), scene.layout.nodes[table].right());
    QVERIFY(route.points[1].x() >= scene.layout.nodes[table].right() + 24);
    QVERIFY(route.points[0].y() != route.points[3].y());
}

void TestRouting::routesALargeGraph()
{
    Scene scene;
    for (int i = 0; i < 2000; ++i)
        scene.add(i % 50 * 260, i / 50 * 150);
    for (int i = 0; i < 3000; ++i)
        scene.connect(i % 2000, (i * 7 + 13) % 2000);
    const auto routes = routeEdges(scene.graph, scene.layout);
    QCOMPARE(routes.size(), scene.graph.edges.size());
    for (const EdgeRoute& route : routes)
        QVERIFY(isAxisParallel(route));
    const auto again = routeEdges(scene.graph, scene.layout);
    for (std::size_t i = 0; i < routes.size(); ++i)
        QCOMPARE(again[i].points, routes[i].points);
}

void TestRouting::survivesEmptiness()
{
    QVERIFY(routeEdges({}, {}).empty());
}

/// Whatever is guessed below the threshold, what is usually shown goes its way.
void TestRouting::weakLinesTakeNoRoom()
{
    test::RelationshipMaker maker(test::catalogFromText(test::mixedShop));
    const auto before = maker.graph();
    for (const char* column : {"orders.company_id", "orders.employee_id", "orders.seller"})
        maker.add(RelationshipOrigin::Inferred, 0.4, column, "customers.id");
    const auto after = maker.graph();
    QCOMPARE(after->edges.size(), before->edges.size() + 3);
    const DiagramLayout layout = test::gridLayout(*before);
    const auto fewer = routeEdges(*before, layout);
    const auto more = routeEdges(*after, layout);
    for (std::size_t edge = 0; edge < fewer.size(); ++edge) {
        QCOMPARE(more[edge].count, fewer[edge].count);
        QVERIFY(more[edge].points == fewer[edge].points);
    }
    for (std::size_t edge = fewer.size(); edge < more.size(); ++edge)
        QVERIFY(more[edge].count >= 2);
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"

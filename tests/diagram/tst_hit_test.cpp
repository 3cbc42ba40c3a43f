// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/hit_test.h"
#include "tests/support/relationship_fixture.h"

#include <QtTest>

using namespace cadastre;

class TestHitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRowIsItsColumn();
    void titleIsTheTable();
    void farOutRowsAreTheTable();
    void emptySpaceIsNothing();
    void theUpperOfTwoTablesIsHit();
    void linesAreFoundNearby();
    void onlyDrawnLinesAreHit();
    void linesUponEachOtherAreAllFound();
    void linesAreWalkedByRow();
    void visibleTablesAreInReadingOrder();

private:
    [[nodiscard]] LineView everything() const { return {m_scene.layout().bounds, 1, true}; }

    std::shared_ptr<const DiagramGraph> m_graph;
    DiagramScene m_scene;
};

void TestHitTest::init()
{
    m_graph = test::graphOf(test::smallShop);
    m_scene = test::sceneOf(m_graph);
}

void TestHitTest::everyRowIsItsColumn()
{
    for (int node = 0; node < int(m_graph->nodes.size()); ++node) {
        for (const DiagramRow& row : m_graph->nodes[node].rows) {
            const QRectF rect = objectRect(m_scene, row.columns.front());
            QVERIFY(!rect.isEmpty());
            const auto hit = hitTest(m_scene, rect.center(), 1);
            QVERIFY(hit);
            QCOMPARE(hit->node, node);
            QVERIFY(hit->object == ObjectRef(row.columns.front()));
        }
    }
}

void TestHitTest::titleIsTheTable()
{
    const ObjectRef orders = test::objectOf(*m_graph, "orders");
    const auto hit = hitTest(m_scene, objectRect(m_scene, orders).topLeft() + QPointF(5, 5), 1);
    QVERIFY(hit);
    QVERIFY(hit->object == orders);
    QCOMPARE(hit->row, -1);
}

void TestHitTest::farOutRowsAreTheTable()
{
    const QRectF row = objectRect(m_scene, test::objectOf(*m_graph, "orders.note"));
    const auto hit = hitTest(m_scene, row.center(), 0.2);
    QVERIFY(hit);
    QVERIFY(hit->object == test::objectOf(*m_graph, "orders"));
}

void TestHitTest::emptySpaceIsNothing()
{
    QVERIFY(!hitTest(m_scene, m_scene.layout().bounds.topLeft() - QPointF(50, 50), 1));
    QVERIFY(!hitTest({}, {0, 0}, 1));
    QVERIFY(objectRect(m_scene, RoleId{0}).isEmpty());
}

void TestHitTest::theUpperOfTwoTablesIsHit()
{
    m_scene.moveNode(0, m_scene.layout().nodes[1].topLeft());
    const auto hit = hitTest(m_scene, m_scene.layout().nodes[0].topLeft() + QPointF(3, 3), 1);
    QVERIFY(hit);
    QCOMPARE(hit->node, 1);
}

void TestHitTest::linesAreFoundNearby()
{
    for (int edge = 0; edge < int(m_graph->edges.size()); ++edge) {
        const EdgeRoute& route = m_scene.route(edge);
        const QPointF middle = (route.points[0] + route.points[1]) / 2;
        const auto found = hitEdges(m_scene, {}, middle + QPointF(0.5, 0.5), 3, everything());
        QVERIFY(std::find(found.begin(), found.end(), edge) != found.end());
    }
    const QPointF outside = m_scene.layout().bounds.topLeft() - QPointF(500, 500);
    QVERIFY(hitEdges(m_scene, {}, outside, 3, everything()).empty());
}

void TestHitTest::onlyDrawnLinesAreHit()
{
    const QPointF start = m_scene.route(0).points[0];
    const QPointF next = m_scene.route(0).points[1];
    const QPointF on = start + (next - start) / 2;
    QVERIFY(!hitEdges(m_scene, {}, on, 3, everything()).empty());
    const auto at = [&](double scale, const QRectF& view) {
        return hitEdges(m_scene, {}, on, 3, {view, scale, true});
    };
    const QRectF all = m_scene.layout().bounds;
    QVERIFY(!at(0.3, all).empty());
    QVERIFY(at(0.05, all).empty()); // too far out to point at a line
    // Lines of which no end is in view are not drawn, unless they are in focus.
    const QRectF elsewhere(all.bottomRight() + QPointF(1000, 1000), QSizeF(10, 10));
    QVERIFY(at(1, elsewhere).empty());
    Emphasis emphasis;
    emphasis.selected = ObjectRef(m_graph->nodes[m_graph->edges[0].from].table);
    QVERIFY(
        !hitEdges(m_scene, EmphasisMap(m_scene, emphasis), on, 3, {elsewhere, 1, true}).empty());
    m_scene.setFilter({false, 0.5, false});
    QVERIFY(!hitEdges(m_scene, {}, on, 3, everything()).empty()); // declared
}

void TestHitTest::linesUponEachOtherAreAllFound()
{
    test::RelationshipMaker maker(
        test::catalogFromText("a\n  id integer pk\nb\n  x integer\n  y integer\n"));
    maker.add(RelationshipOrigin::Inferred, 0.9, "b.x", "a.id");
    maker.add(RelationshipOrigin::Confirmed, 1, "b.x", "a.id");
    maker.add(RelationshipOrigin::Inferred, 0.9, "b.y", "a.id");
    const DiagramScene scene = test::sceneOf(maker.graph());
    const QPointF start = scene.route(0).points[0];
    const QPointF next = scene.route(0).points[1];
    const QRectF all = scene.layout().bounds;
    QCOMPARE(hitEdges(scene, {}, start + (next - start) / 4, 4, {all, 1, true}),
             (std::vector<int>{0, 1}));
}

void TestHitTest::linesAreWalkedByRow()
{
    const auto maker = test::mixedRelationships();
    DiagramScene scene = test::sceneOf(maker.graph());
    const int orders = *scene.nodeOf(test::objectOf(scene.graph(), "orders"));
    const auto walked = [&] {
        std::vector<int> relationships;
        for (const int edge : walkedEdges(scene, orders))
            relationships.push_back(scene.graph().edges[edge].relationship);
        return relationships;
    };
    QCOMPARE(walked(), (std::vector<int>{12, 1, 10, 11, 2, 3, 8}));
    scene.setFilter({true, 0.94, false});
    QCOMPARE(walked(), (std::vector<int>{1, 10, 11, 8}));
}

void TestHitTest::visibleTablesAreInReadingOrder()
{
    const auto all = visibleObjects(m_scene, m_scene.layout().bounds);
    QCOMPARE(all.size(), m_graph->nodes.size());
    for (std::size_t i = 1; i < all.size(); ++i)
        QVERIFY(objectRect(m_scene, all[i - 1]).top() <= objectRect(m_scene, all[i]).top());
    const ObjectRef orders = test::objectOf(*m_graph, "orders");
    const auto some = visibleObjects(m_scene, objectRect(m_scene, orders).adjusted(1, 1, -1, -1));
    QCOMPARE(some.size(), std::size_t(1));
    QVERIFY(some.front() == orders);
}

QTEST_GUILESS_MAIN(TestHitTest)
#include "tst_hit_test.moc"

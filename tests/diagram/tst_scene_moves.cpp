// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables that are moved in a scene: the frames of their groups follow, there and back.
#include "diagram/layout_tree.h"
#include "tests/support/diagram_fixture.h"

#include <QtTest>

using namespace cadastre;

namespace {

/// The frames as a layout would have made them.
std::vector<QRectF> framesOf(const DiagramScene& scene)
{
    LayoutTree tree(scene.graph());
    for (int node = 0; node < int(scene.graph().nodes.size()); ++node)
        tree.setNode(node, scene.layout().nodes[std::size_t(node)].topLeft());
    std::vector<QRectF> frames;
    for (int group = 0; group < int(scene.graph().groups.size()); ++group)
        frames.push_back(tree.frame(group));
    return frames;
}

} // namespace

class TestSceneMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesFollowThereAndBack_data()
    {
        QTest::addColumn<QPointF>("by");
        QTest::newRow("far away") << QPointF(3000, -1200);
        QTest::newRow("a little") << QPointF(5, 0);
    }

    void framesFollowThereAndBack()
    {
        QFETCH(QPointF, by);
        const auto graph = test::graphOf(test::smallShop);
        DiagramScene scene = test::sceneOf(graph);
        const int node = *scene.nodeOf(test::objectOf(*graph, "orders"));
        const QPointF at = scene.layout().nodes[std::size_t(node)].topLeft();
        scene.moveNode(node, at); // as a layout frames them
        const DiagramLayout before = scene.layout();
        const int group = graph->nodes[std::size_t(node)].group;
        QCOMPARE(before.groups[std::size_t(group)], framesOf(scene)[std::size_t(group)]);
        scene.moveNode(node, at + by);
        QVERIFY(scene.layout().groups[std::size_t(group)] != before.groups[std::size_t(group)]);
        QCOMPARE(scene.layout().groups[std::size_t(group)], framesOf(scene)[std::size_t(group)]);
        QVERIFY(scene.bounds().contains(scene.layout().nodes[std::size_t(node)]));
        scene.moveNode(node, at);
        QCOMPARE(scene.layout().groups, before.groups);
        QCOMPARE(scene.layout().bounds, before.bounds);
    }
};

QTEST_APPLESS_MAIN(TestSceneMoves)
#include "tst_scene_moves.moc"

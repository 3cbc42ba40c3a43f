// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The whole way from a catalog to places, with a real worker.
#include "diagram/graph_builder.h"
#include "diagram/layout.h"
#include "diagram/layout_cache.h"
#include "tests/support/schema_text.h"
#include "tests/support/synthetic_catalog.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace cadastre;

namespace {

LayoutOptions workerOptions()
{
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    return options;
}

DiagramLayout layoutOf(const DiagramGraph& graph, const Placements& previous = {},
                       LayoutReason reason = LayoutReason::First,
                       const LayoutOptions& options = workerOptions())
{
    const std::atomic_bool cancelled = false;
    return layoutDiagram(graph, previous, reason, options, cancelled);
}

/// The first pair of overlapping boxes found, as text; empty for none.
QString firstOverlap(const std::vector<QRectF>& boxes)
{
    std::vector<int> order(boxes.size());
    for (int i = 0; i < static_cast<int>(order.size()); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return boxes[a].left() < boxes[b].left(); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t k = i + 1;
             k < order.size() && boxes[order[k]].left() < boxes[order[i]].right(); ++k) {
            if (boxes[order[i]].intersects(boxes[order[k]]))
                return QStringLiteral("%1 and %2").arg(order[i]).arg(order[k]);
        }
    }
    return {};
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlaps_data();
    void nothingOverlaps();
};

void TestLayout::nothingOverlaps_data()
{
    QTest::addColumn<int>("tables");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("sample") << 45;
    QTest::newRow("hundreds") << 500;
    QTest::newRow("ten thousand") << 10000;
}

void TestLayout::nothingOverlaps()
{
    QFETCH(int, tables);
    QElapsedTimer timer;
    timer.start();
    const auto catalog = test::syntheticCatalog(tables);
    const auto relationships = declaredRelationships(*catalog);
    qInfo() << "catalog" << timer.restart();
    const DiagramGraph graph = buildGraph(catalog, relationships, {}, fixedBoxMetrics());
    qInfo() << "graph" << timer.restart() << graph.groups.size() << "groups";
    const DiagramLayout layout = layoutOf(graph);
    qInfo() << "layout" << timer.restart();
    const auto routes = routeEdges(graph, layout);
    qInfo() << "routes" << timer.restart() << routes.size();
    QCOMPARE(layout.nodes.size(), graph.nodes.size());
    QCOMPARE(layout.groups.size(), graph.groups.size());
    QVERIFY(layout.fallbackGroups.empty());
    QCOMPARE(firstOverlap(layout.nodes), QString());
    std::vector<QRectF> topLevel;
    for (std::size_t i = 0; i < graph.groups.size(); ++i) {
        if (graph.groups[i].parent < 0)
            topLevel.push_back(layout.groups[i]);
    }
    QCOMPARE(firstOverlap(topLevel), QString());
    if (tables > 10) {
        const double aspect = layout.bounds.width() / layout.bounds.height();
        qInfo() << "aspect" << aspect << layout.bounds;
        QVERIFY(aspect > 0.5 && aspect < 2.5);
    }
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"

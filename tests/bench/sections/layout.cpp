// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the way from a catalog to places costs: graph with groups, the first layout with its child
// process, one that finds everything in the cache, one after a refresh, and the routes.
#include "diagram/layout.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/layout_cache.h"
#include "tests/bench/bench.h"
#include "tests/support/synthetic_catalog.h"

namespace cadastre {

namespace {

void measureTables(int tables)
{
    constexpr int runs = 3;
    const auto catalog = test::syntheticCatalog(tables);
    const auto relationships = declaredRelationships(*catalog);
    const std::atomic_bool cancelled = false;
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    DiagramGraph graph;
    DiagramLayout layout;
    const double graphMs = bench::fastest(
        runs, [&] { graph = buildGraph(catalog, relationships, {}, diagramBoxMetrics()); });
    const auto layOut = [&](const Placements& previous, LayoutReason reason) {
        layout = layoutDiagram(graph, previous, reason, options, cancelled);
    };
    const double firstMs = bench::fastest(runs, [&] { layOut({}, LayoutReason::First); });
    options.cache = std::make_shared<LayoutCache>();
    layOut({}, LayoutReason::First);
    const double cachedMs = bench::fastest(runs, [&] { layOut({}, LayoutReason::First); });
    const Placements previous = placementsOf(graph, layout, {});
    const double refreshMs = bench::fastest(runs, [&] { layOut(previous, LayoutReason::Refresh); });
    std::vector<EdgeRoute> routes;
    const double routesMs = bench::fastest(runs, [&] { routes = routeEdges(graph, layout); });
    double boxes = 0;
    for (const QRectF& box : layout.nodes)
        boxes += box.width() * box.height();
    const QSizeF size = layout.bounds.size();
    bench::printRow({QString::number(graph.nodes.size()), QString::number(routes.size()),
                     QString::number(graph.groups.size()), bench::number(graphMs),
                     bench::number(firstMs), bench::number(cachedMs), bench::number(refreshMs),
                     bench::number(routesMs), bench::number(size.width() / size.height()),
                     bench::number(100 * boxes / (size.width() * size.height()))});
}

void runLayout(const bench::BenchOptions& options)
{
    bench::printHead({QStringLiteral("tables"), QStringLiteral("edges"), QStringLiteral("groups"),
                      QStringLiteral("graph ms"), QStringLiteral("layout ms"),
                      QStringLiteral("from cache ms"), QStringLiteral("refresh ms"),
                      QStringLiteral("routes ms"), QStringLiteral("width / height"),
                      QStringLiteral("% covered")});
    for (int tables : options.sizes)
        measureTables(tables);
}

} // namespace

BenchSection layoutSection()
{
    return {QStringLiteral("layout"), QStringLiteral("from catalog to places and routes"),
            runLayout};
}

} // namespace cadastre

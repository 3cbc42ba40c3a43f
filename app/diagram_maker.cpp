// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/diagram_maker.h"

#include "diagram/fonts.h"

namespace cadastre {

namespace {

/// The tables of a view; absent for everything, also where the focus is gone.
std::optional<std::vector<TableId>> tablesOfView(const CatalogFacts& facts, const DiagramView& view,
                                                 const RelationshipFilter& filter)
{
    if (!view.focus)
        return std::nullopt;
    const auto object = facts.catalog->find(*view.focus);
    const auto table = object ? tableOf(*facts.catalog, *object) : std::nullopt;
    if (!table)
        return std::nullopt;
    return focusNeighbourhood(*facts.catalog, *facts.relationships, *table, view.depth, filter);
}

} // namespace

DiagramPicture makePicture(DiagramRequest request, const std::atomic_bool& cancelled,
                           const LayoutOptions& layoutOptions)
{
    GraphOptions options = request.options;
    options.tables = tablesOfView(request.facts, request.view, request.filter);
    const auto& placed = request.ofAll.tables;
    for (auto it = placed.cbegin(); it != placed.cend(); ++it)
        options.knownGroups.insert(it.key(), it->group);
    auto graph = std::make_shared<const DiagramGraph>(buildGraph(
        request.facts.catalog, request.facts.relationships, options, diagramBoxMetrics()));
    DiagramLayout layout;
    if (!cancelled)
        layout = layoutDiagram(*graph, request.previous, request.reason, layoutOptions, cancelled);
    std::shared_ptr<DiagramScene> scene;
    if (!cancelled && !graph->nodes.empty())
        scene = std::make_shared<DiagramScene>(graph, layout, nullptr);
    return {std::move(request), std::move(graph), std::move(layout), std::move(scene)};
}

void DiagramMaker::start(DiagramRequest request)
{
    LayoutOptions layoutOptions;
    layoutOptions.cache = m_cache;
    m_job.start(
        [request = std::move(request), layoutOptions](const std::atomic_bool& cancelled) {
            return makePicture(request, cancelled, layoutOptions);
        },
        [this](const DiagramPicture& picture) { Q_EMIT made(picture); });
}

void DiagramMaker::cancel()
{
    m_job.cancel();
}

} // namespace cadastre

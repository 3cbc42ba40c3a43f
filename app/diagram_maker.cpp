// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/diagram_maker.h"

#include "app/kept_places_file.h"
#include "diagram/fonts.h"
#include "diagram/graph_crossings.h"

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

bool isWhole(const DiagramView& view)
{
    return !view.focus && view.saved.isEmpty();
}

/// Where everything was when it was open last, unless somebody else moved it since.
void readKept(DiagramRequest& request)
{
    if (request.kept.path.isEmpty())
        return;
    const auto read = readKeptPlaces(request.kept.path);
    if (!read)
        return;
    const KeptPlaces kept = followed(*read, *request.facts.catalog);
    if (!request.kept.areNewest && !extends(kept, request.ofAll))
        return;
    if (!request.view.focus && (request.previous == request.ofAll || isWhole(request.view)))
        request.previous = kept.placements;
    request.ofAll = kept.placements;
    request.homes = kept.homes;
    if (request.reason == LayoutReason::First && !request.previous.tables.isEmpty())
        request.reason = LayoutReason::Refresh;
}

/// Tables that nobody owns any more stand where they came from.
void goHome(DiagramRequest& request)
{
    if (request.homes.isEmpty() || request.view.focus)
        return;
    const Catalog& catalog = *request.facts.catalog;
    const auto drawn = pictureFor(catalog, request.options.boundaries);
    const auto isOwned = [&](const ObjectKey& key) {
        const auto object = catalog.find(key);
        const auto table = object ? tableOf(catalog, *object) : std::nullopt;
        return drawn && table && drawn->ownership.ofTables[table->index] >= 0;
    };
    request.previous = withHomes(std::move(request.previous), request.homes, isOwned);
    request.ofAll = withHomes(std::move(request.ofAll), request.homes, isOwned);
}

/// Laying out everything anew forms the groups anew, too.
QHash<ObjectKey, QString> groupsToKeep(const DiagramRequest& request)
{
    QHash<ObjectKey, QString> groups;
    if (request.reason == LayoutReason::Tidy && isWhole(request.view))
        return groups;
    const auto& placed = request.ofAll.tables;
    for (auto it = placed.cbegin(); it != placed.cend(); ++it)
        groups.insert(it.key(), it->group);
    return groups;
}

} // namespace

DiagramPicture makePicture(DiagramRequest request, const std::atomic_bool& cancelled,
                           const LayoutOptions& layoutOptions)
{
    readKept(request);
    const Placements before = request.ofAll;
    goHome(request);
    GraphOptions options = request.options;
    options.tables = tablesOfView(request.facts, request.view, request.filter);
    options.knownGroups = groupsToKeep(request);
    auto graph = std::make_shared<const DiagramGraph>(buildGraph(
        request.facts.catalog, request.facts.relationships, options, diagramBoxMetrics()));
    if (isWhole(request.view)) {
        const bool anew = request.reason == LayoutReason::Tidy; // and other groups to come from
        request.homes = homesAfter(*graph, anew ? Placements{} : before,
                                   anew ? TableHomes{} : std::move(request.homes));
    }
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

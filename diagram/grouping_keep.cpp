// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/grouping_keep.h"

#include "diagram/grouping.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Empty for none, and for what was said of tables without an owner where nobody owns any.
std::vector<QString> pathsBefore(const DiagramGraph& graph, const std::vector<int>& nodes,
                                 const QHash<ObjectKey, QString>& knownGroups)
{
    const bool anyOwned = std::ranges::any_of(
        graph.nodes, [](const DiagramNode& node) { return node.boundary >= 0; });
    std::vector<QString> paths;
    paths.reserve(nodes.size());
    for (const int node : nodes) {
        QString path = knownGroups.value(graph.catalog->keyOf(graph.nodes[node].table));
        if (!anyOwned && path.startsWith(unownedName()))
            path.clear();
        paths.push_back(path);
    }
    return paths;
}

} // namespace

std::optional<KeptGroups> keptGroups(const DiagramGraph& graph, const std::vector<int>& nodes,
                                     const QHash<ObjectKey, QString>& knownGroups,
                                     const QString& restPath)
{
    if (knownGroups.isEmpty())
        return std::nullopt;
    const std::vector<QString> known = pathsBefore(graph, nodes, knownGroups);
    if (2 * std::ranges::count(known, QString()) >= std::ssize(known))
        return std::nullopt;
    KeptGroups kept;
    kept.communities = divideNodesAsBefore(graph, nodes, known, kept.paths);
    // these were the last community already
    const bool hasRest = std::ranges::find(known, remainderName()) != known.end();
    kept.paths.push_back(hasRest ? remainderName() : restPath);
    return kept;
}

} // namespace cadastre

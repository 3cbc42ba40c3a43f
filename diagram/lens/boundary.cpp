// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The boundary lens: headers in the colour of who owns the table, what it is to others as badge.
#include "diagram/graph_crossings.h"
#include "diagram/lens.h"

#include <set>

namespace cadastre {

namespace {

QString exposureBadge(const DiagramNode& node)
{
    if (node.boundary < 0)
        return QStringLiteral("nobody");
    return exposureName(node.exposure);
}

LensResult applyBoundary(const DiagramGraph& graph)
{
    LensResult result;
    std::set<BoundaryIndex> shown;
    bool hasUnowned = false;
    const bool drawn = graph.boundaries && !graph.boundaries->ownership.names.empty();
    const std::vector<int> colors =
        drawn ? boundaryColors(graph.boundaries->boundaries, graph.boundaries->ownership.names)
              : std::vector<int>{};
    const auto inkOf = [&](BoundaryIndex boundary) {
        return boundaryFillInk(colors[static_cast<std::size_t>(boundary)]);
    };
    for (const DiagramNode& node : graph.nodes) {
        const bool owned = drawn && node.boundary >= 0;
        result.marks.push_back(
            {owned ? inkOf(node.boundary) : Ink::Header, drawn ? exposureBadge(node) : QString()});
        if (owned)
            shown.insert(node.boundary);
        hasUnowned |= drawn && !owned;
    }
    for (const BoundaryIndex boundary : shown)
        result.legend.push_back({inkOf(boundary), graph.boundaries->ownership.names[boundary]});
    if (hasUnowned)
        result.legend.push_back({Ink::Header, QStringLiteral("owned by nobody")});
    if (!drawn)
        result.legend.push_back({Ink::Header, QStringLiteral("no boundaries are drawn")});
    return result;
}

} // namespace

Lens boundaryLens()
{
    return {QStringLiteral("boundary"), QStringLiteral("Boundary"), applyBoundary};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_crossings.h"

#include "diagram/theme.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

/// The states from right to wrong.
int severity(CrossingState state)
{
    return static_cast<int>(state);
}

/// Judged crossings by what an edge stands for.
class CrossingLookup
{
public:
    explicit CrossingLookup(const std::vector<JudgedCrossing>& crossings)
        : m_crossings(crossings)
    {
        for (int i = 0; i < static_cast<int>(crossings.size()); ++i) {
            const Crossing& crossing = crossings[i].crossing;
            if (crossing.relationship)
                keepWorst(m_ofRelationships[{*crossing.relationship, crossing.into.index}], i);
            else if (crossing.from.kind == ObjectKind::Table)
                keepWorst(m_ofViews[{crossing.from.index, crossing.into.index}], i);
        }
    }

    /// By relationship and parent table; -1 for none.
    [[nodiscard]] int ofRelationship(int relationship, TableId parent) const
    {
        return found(m_ofRelationships, {relationship, parent.index});
    }
    /// By view and what it reads.
    [[nodiscard]] int ofView(TableId view, TableId table) const
    {
        return found(m_ofViews, {view.index, table.index});
    }

private:
    struct Worst
    {
        int index = -1;
    };
    using Crossings = std::map<std::pair<int, int>, Worst>;

    void keepWorst(Worst& worst, int candidate) const
    {
        if (worst.index < 0 ||
            severity(m_crossings[candidate].state) > severity(m_crossings[worst.index].state))
            worst.index = candidate;
    }
    static int found(const Crossings& crossings, std::pair<int, int> key)
    {
        const auto at = crossings.find(key);
        return at == crossings.end() ? -1 : at->second.index;
    }

    const std::vector<JudgedCrossing>& m_crossings;
    Crossings m_ofRelationships;
    Crossings m_ofViews;
};

} // namespace

void setOwner(DiagramNode& node, const Ownership& ownership)
{
    const auto table = static_cast<std::size_t>(node.table.index);
    node.boundary = ownership.ofTables[table];
    if (table >= ownership.exposures.size())
        return;
    node.exposure = ownership.exposures[table].exposure;
    if (node.exposure == Exposure::Contract)
        node.contractVersion = ownership.exposures[table].version;
}

BoundaryIndex outermostOf(const Ownership& ownership, BoundaryIndex boundary)
{
    const BoundaryIndex parent = boundary < 0 ? -1 : ownership.parents[boundary];
    return parent < 0 ? boundary : parent;
}

const Boundary& boundaryFacts(const BoundaryPicture& picture, BoundaryIndex boundary)
{
    static const Boundary none;
    const auto found = picture.boundaries.entries.find(picture.ownership.names[boundary]);
    return found == picture.boundaries.entries.end() ? none : found->second;
}

int boundaryColor(const BoundaryPicture& picture, BoundaryIndex boundary)
{
    return boundaryFacts(picture, boundary).color.value_or(boundary) % categoryCount;
}

std::vector<TableId> takeHidden(const BoundaryPicture& picture, std::vector<TableId>& tables)
{
    std::vector<TableId> hidden;
    if (!picture.seenBy)
        return hidden;
    const Ownership& ownership = picture.ownership;
    const BoundaryIndex own = outermostOf(ownership, *picture.seenBy);
    std::vector<bool> isOpen;
    for (BoundaryIndex i = 0; i < static_cast<int>(ownership.names.size()); ++i) {
        const BoundaryIndex outer = outermostOf(ownership, i);
        isOpen.push_back(outer == own || boundaryFacts(picture, i).kind == BoundaryKind::Shared ||
                         boundaryFacts(picture, outer).kind == BoundaryKind::Shared);
    }
    const auto isHidden = [&](TableId table) {
        const BoundaryIndex owner = ownership.ofTables[table.index];
        return owner >= 0 && !isOpen[owner] &&
               ownership.exposures[table.index].exposure == Exposure::Private;
    };
    std::copy_if(tables.begin(), tables.end(), std::back_inserter(hidden), isHidden);
    std::erase_if(tables, isHidden);
    return hidden;
}

void markCrossings(DiagramGraph& graph)
{
    if (!graph.boundaries)
        return;
    const CrossingLookup lookup(graph.boundaries->crossings);
    for (DiagramEdge& edge : graph.edges) {
        const DiagramNode& from = graph.nodes[edge.from];
        const DiagramNode& to = graph.nodes[edge.to];
        edge.crosses = from.boundary >= 0 && to.boundary >= 0 && from.boundary != to.boundary;
        if (!edge.crosses)
            continue;
        if (edge.kind == EdgeKind::Relationship) {
            const Relationship& relationship = (*graph.relationships)[edge.relationship];
            edge.crossing =
                lookup.ofRelationship(edge.relationship, relationship.targets[edge.target].table);
        } else if (edge.kind == EdgeKind::ViewDependency) {
            edge.crossing = lookup.ofView(from.table, to.table);
        }
    }
}

void countHidden(DiagramGraph& graph, const std::vector<TableId>& hidden)
{
    if (hidden.empty())
        return;
    const Ownership& ownership = graph.boundaries->ownership;
    std::vector<int> groupOf(ownership.names.size(), -1);
    for (int group = 0; group < static_cast<int>(graph.groups.size()); ++group) {
        if (graph.groups[group].boundary)
            groupOf[*graph.groups[group].boundary] = group;
    }
    for (const TableId table : hidden) {
        const BoundaryIndex owner = ownership.ofTables[table.index];
        const int own = groupOf[owner];
        const int group = own >= 0 ? own : groupOf[outermostOf(ownership, owner)];
        ++(group >= 0 ? graph.groups[group].hiddenTables : graph.hiddenElsewhere);
    }
}

} // namespace cadastre

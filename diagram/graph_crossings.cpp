// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/graph_crossings.h"

#include "diagram/theme.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

namespace cadastre {

namespace {

/// The states from right to wrong.
int severity(CrossingState state)
{
    return static_cast<int>(state);
}

/// What crosses on behalf of a relationship: its constraint, else its first child column.
std::optional<ObjectRef> crosserOf(const Relationship& relationship)
{
    if (relationship.constraint)
        return *relationship.constraint;
    if (relationship.childColumns.empty())
        return std::nullopt;
    return relationship.childColumns.front();
}

/// The same on every machine and for ever (FNV-1a with a last mix): pictures are compared.
int colorOfName(const QString& name)
{
    std::uint32_t hash = 2166136261U;
    for (const QChar character : name) {
        hash = (hash ^ (character.unicode() & 0xffU)) * 16777619U;
        hash = (hash ^ (character.unicode() >> 8U)) * 16777619U;
    }
    hash ^= hash >> 15U;
    return static_cast<int>(hash % categoryCount);
}

/// Judged crossings by their ends.
class CrossingLookup
{
public:
    explicit CrossingLookup(const std::vector<JudgedCrossing>& crossings)
        : m_crossings(crossings)
    {
        for (int i = 0; i < static_cast<int>(crossings.size()); ++i) {
            const Crossing& crossing = crossings[i].crossing;
            keepWorst(m_worst[{crossing.from, crossing.into}], i);
        }
    }

    /// -1 for none.
    [[nodiscard]] int find(ObjectRef from, ObjectRef into) const
    {
        const auto at = m_worst.find({from, into});
        return at == m_worst.end() ? -1 : at->second.index;
    }

private:
    struct Worst
    {
        int index = -1;
    };
    void keepWorst(Worst& worst, int candidate) const
    {
        if (worst.index < 0 ||
            severity(m_crossings[candidate].state) > severity(m_crossings[worst.index].state))
            worst.index = candidate;
    }
    const std::vector<JudgedCrossing>& m_crossings;
    std::map<std::pair<ObjectRef, ObjectRef>, Worst> m_worst;
};

} // namespace

std::shared_ptr<const BoundaryPicture> pictureFor(const Catalog& catalog,
                                                  std::shared_ptr<const BoundaryPicture> picture)
{
    const auto count = catalog.objects().tables.size();
    const bool fits = picture && picture->ownership.ofTables.size() == count &&
                      picture->ownership.exposures.size() == count;
    return fits ? std::move(picture) : nullptr;
}

void setOwners(DiagramGraph& graph)
{
    if (!graph.boundaries)
        return;
    const Ownership& ownership = graph.boundaries->ownership;
    for (DiagramNode& node : graph.nodes) {
        const auto table = static_cast<std::size_t>(node.table.index);
        node.boundary = ownership.ofTables[table];
        node.exposure = ownership.exposures[table].exposure;
        if (node.exposure == Exposure::Contract)
            node.contractVersion = ownership.exposures[table].version;
    }
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

std::vector<int> boundaryColors(const Boundaries& boundaries, const std::vector<QString>& names)
{
    std::vector<int> colors(names.size(), -1);
    std::array<bool, categoryCount> taken{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto entry = boundaries.entries.find(names[i]);
        if (entry == boundaries.entries.end() || !entry->second.color)
            continue;
        colors[i] = *entry->second.color % categoryCount;
        taken[static_cast<std::size_t>(colors[i])] = true;
    }
    std::vector<std::size_t> clashing;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (colors[i] >= 0)
            continue;
        colors[i] = colorOfName(names[i]);
        if (std::exchange(taken[static_cast<std::size_t>(colors[i])], true))
            clashing.push_back(i);
    }
    for (const std::size_t i : clashing) {
        for (int step = 1; step < categoryCount; ++step) {
            const int other = (colors[i] + step) % categoryCount;
            if (std::exchange(taken[static_cast<std::size_t>(other)], true))
                continue;
            colors[i] = other;
            break;
        }
    }
    return colors;
}

std::vector<TableId> takeHidden(const DiagramGraph& graph, std::vector<TableId>& tables)
{
    std::vector<TableId> hidden;
    if (!graph.boundaries || !graph.boundaries->seenBy)
        return hidden;
    const BoundaryPicture& picture = *graph.boundaries;
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
            if (const auto crosser = crosserOf(relationship))
                edge.crossing = lookup.find(*crosser, relationship.targets[edge.target].table);
        } else if (edge.kind == EdgeKind::ViewDependency) {
            edge.crossing = lookup.find(from.table, to.table);
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

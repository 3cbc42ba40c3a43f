// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The neighbourhood of a table.
#include "diagram/graph_builder.h"

#include <algorithm>

namespace cadastre {

namespace {

using Neighbours = std::vector<std::vector<TableId>>;

void connect(Neighbours& neighbours, TableId a, TableId b)
{
    neighbours[static_cast<std::size_t>(a.index)].push_back(b);
    neighbours[static_cast<std::size_t>(b.index)].push_back(a);
}

Neighbours neighboursOf(const Catalog& catalog, const std::vector<Relationship>& relationships,
                        const RelationshipFilter& filter)
{
    Neighbours neighbours(catalog.objects().tables.size());
    for (const Relationship& relationship : relationships) {
        if (relationship.origin == RelationshipOrigin::Rejected ||
            !passes(filter, relationship.origin, relationship.confidence))
            continue;
        for (const RelationshipTarget& target : relationship.targets) {
            if (target.isResolved())
                connect(neighbours, relationship.child, target.table);
        }
    }
    for (const Dependency& dependency : catalog.objects().dependencies) {
        if (dependency.dependent.kind != ObjectKind::Table)
            continue;
        const TableId dependent{dependency.dependent.index};
        if (dependency.on.kind == ObjectKind::Table)
            connect(neighbours, dependent, TableId{dependency.on.index});
        else if (dependency.on.kind == ObjectKind::Column)
            connect(neighbours, dependent, catalog.column(ColumnId{dependency.on.index}).table);
    }
    return neighbours;
}

} // namespace

std::vector<TableId> focusNeighbourhood(const Catalog& catalog,
                                        const std::vector<Relationship>& relationships,
                                        TableId table, int depth, const RelationshipFilter& filter)
{
    const Neighbours neighbours = neighboursOf(catalog, relationships, filter);
    std::vector<bool> found(neighbours.size(), false);
    found[static_cast<std::size_t>(table.index)] = true;
    std::vector<TableId> all{table};
    std::size_t begin = 0;
    for (int step = 0; step < std::clamp(depth, 1, 4); ++step) {
        const std::size_t end = all.size();
        for (std::size_t i = begin; i < end; ++i) {
            for (TableId next : neighbours[static_cast<std::size_t>(all[i].index)]) {
                if (found[static_cast<std::size_t>(next.index)])
                    continue;
                found[static_cast<std::size_t>(next.index)] = true;
                all.push_back(next);
            }
        }
        begin = end;
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace cadastre

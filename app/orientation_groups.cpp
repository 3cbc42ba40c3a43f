// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/orientation_groups.h"

#include "diagram/grouping.h"
#include "diagram/grouping_divide.h"

namespace cadastre {

namespace {

TableGroupKind kindOf(const DiagramGroup& group, const QString& name)
{
    if (group.boundary)
        return TableGroupKind::Boundary;
    if (name == unownedName() || group.name == remainderName() || name.isEmpty())
        return TableGroupKind::Rest;
    return group.kind == GroupKind::Schema ? TableGroupKind::Schema : TableGroupKind::Part;
}

} // namespace

std::vector<TableGroup> drawnGroups(const DiagramGraph& graph, bool isWhole)
{
    std::vector<TableGroup> groups;
    for (int i = 0; isWhole && i < static_cast<int>(graph.groups.size()); ++i) {
        const DiagramGroup& drawn = graph.groups[static_cast<std::size_t>(i)];
        if (drawn.nodes.empty())
            continue;
        const QString name = groupPath(graph, i);
        TableGroup group{
            kindOf(drawn, name), name.isEmpty() ? remainderName() : name, std::nullopt, {}};
        for (const int node : drawn.nodes)
            group.tables.push_back(graph.nodes[static_cast<std::size_t>(node)].table);
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/orientation/drawn_groups.h"

#include "model/catalog/table_families.h"

#include <algorithm>

namespace cadastre {

namespace {

TableGroup& restOf(std::vector<TableGroup>& groups)
{
    const auto rest = std::ranges::find(groups, TableGroupKind::Rest, &TableGroup::kind);
    if (rest != groups.end())
        return *rest;
    QString name = QStringLiteral("Other tables");
    while (std::ranges::find(groups, name, &TableGroup::name) != groups.end())
        name += QStringLiteral(" …");
    groups.push_back({TableGroupKind::Rest, name, std::nullopt, {}});
    return groups.back();
}

} // namespace

std::vector<TableGroup> completedGroups(const Catalog& catalog, std::vector<TableGroup> drawn)
{
    constexpr int nowhere = -1;
    std::vector<int> groupOf(catalog.objects().tables.size(), nowhere);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        for (const TableId table : drawn[i].tables)
            groupOf[static_cast<std::size_t>(table.index)] = static_cast<int>(i);
        drawn[i].tables.clear();
    }
    for (const TableFamily& family : tableFamilies(catalog)) {
        for (const FamilyMember& member : family.members) {
            int& group = groupOf[static_cast<std::size_t>(member.table.index)];
            if (group == nowhere)
                group = groupOf[static_cast<std::size_t>(family.representative.index)];
        }
    }
    for (int i = 0; i < static_cast<int>(groupOf.size()); ++i) {
        if (!isExplained(catalog, TableId{i}))
            continue;
        const int group = groupOf[static_cast<std::size_t>(i)];
        (group == nowhere ? restOf(drawn) : drawn[static_cast<std::size_t>(group)])
            .tables.push_back(TableId{i});
    }
    std::erase_if(drawn, [](const TableGroup& group) { return group.tables.empty(); });
    std::ranges::sort(drawn, {}, [](const TableGroup& group) {
        return std::tuple(group.kind == TableGroupKind::Rest, group.name);
    });
    return drawn;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/boundaries/suggest/scope.h"

namespace cadastre::suggest {

namespace {

bool isSuggested(const Catalog& catalog, const Table& table)
{
    return !table.system && table.extension.isEmpty() && !catalog.schema(table.schema).system;
}

} // namespace

Scope scopeOf(const Catalog& catalog)
{
    const int count = static_cast<int>(catalog.objects().tables.size());
    Scope scope;
    scope.positions.assign(count, -1);
    scope.folded.assign(count, std::nullopt);
    std::vector<TableId> behind(count);
    for (const TableFamily& family : tableFamilies(catalog)) {
        if (!isSuggested(catalog, catalog.table(family.representative)))
            continue;
        for (const FamilyMember& member : family.members) {
            if (catalog.sourceOf(member.table) != catalog.sourceOf(family.representative))
                continue;
            scope.folded[member.table.index] = member.rule;
            behind[member.table.index] = family.representative;
        }
    }
    for (int i = 0; i < count; ++i) {
        if (scope.folded[i] || !isSuggested(catalog, catalog.table({i})))
            continue;
        scope.positions[i] = scope.size();
        scope.tables.push_back({i});
    }
    for (int i = 0; i < count; ++i) {
        if (scope.folded[i] && isSuggested(catalog, catalog.table({i})))
            scope.positions[i] = scope.positions[behind[i].index];
    }
    return scope;
}

} // namespace cadastre::suggest

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/export/select_columns.h"

#include "model/paths/column_words.h"
#include "model/relations/type_families.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isReadable(const Catalog& catalog, const Column& column)
{
    const TypeFamily family = typeFamily(column, catalog);
    return !column.hidden && !column.undecodableName && family != TypeFamily::Binary &&
           family != TypeFamily::Json && family != TypeFamily::Array;
}

/// By rank, then by position.
std::vector<ColumnId> labelColumns(const Catalog& catalog, TableId table)
{
    std::vector<std::pair<int, ColumnId>> ranked;
    int index = catalog.firstColumn(table).index;
    for (const Column& column : catalog.columnsOf(table)) {
        const ColumnId id{index++};
        const int rank = labelRank(column.name);
        if (rank > 0 && isReadable(catalog, column))
            ranked.emplace_back(-rank, id);
    }
    std::ranges::sort(ranked);
    std::vector<ColumnId> labels;
    for (const auto& [rank, id] : ranked)
        labels.push_back(id);
    return labels;
}

std::optional<ColumnId> firstReadable(const Catalog& catalog, TableId table)
{
    const auto columns = catalog.columnsOf(table);
    const auto found = std::ranges::find_if(
        columns, [&](const Column& column) { return !column.hidden && !column.undecodableName; });
    if (columns.empty())
        return std::nullopt;
    const auto at = found == columns.end() ? 0 : found - columns.begin();
    return ColumnId{catalog.firstColumn(table).index + static_cast<int>(at)};
}

} // namespace

std::vector<ColumnId> tellingColumns(const Catalog& catalog, TableId table, int labels)
{
    std::vector<ColumnId> chosen;
    if (const Constraint* key = catalog.primaryKeyOf(table))
        chosen = key->columns;
    for (const ColumnId label : labelColumns(catalog, table)) {
        if (labels <= 0)
            break;
        if (std::ranges::find(chosen, label) != chosen.end())
            continue;
        chosen.push_back(label);
        --labels;
    }
    if (const auto first = firstReadable(catalog, table); chosen.empty() && first)
        chosen.push_back(*first);
    return chosen;
}

std::optional<ColumnId> labelColumn(const Catalog& catalog, TableId table)
{
    const std::vector<ColumnId> labels = labelColumns(catalog, table);
    if (!labels.empty())
        return labels.front();
    const Constraint* key = catalog.primaryKeyOf(table);
    return key != nullptr && !key->columns.empty() ? std::optional(key->columns.front())
                                                   : firstReadable(catalog, table);
}

} // namespace cadastre

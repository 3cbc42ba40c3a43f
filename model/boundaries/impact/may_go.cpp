// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables and views that may go; columns are looked at in may_go_columns.cpp, what is asked of all
// of them is prepared in may_go_facts.cpp.
#include "model/boundaries/impact/may_go_parts.h"

namespace cadastre {

namespace {

QString whyTableMayGo(const Table& table)
{
    return isView(table)
               ? QStringLiteral(
                     "No view, routine, trigger, rule or policy reads it, and no role of "
                     "another boundary may use it.")
               : QStringLiteral("No view, routine, trigger, rule or policy uses it, no key or "
                                "likely reference leads to it, and no role of another boundary may "
                                "use it.");
}

} // namespace

std::vector<MayGo> mayGo(const BoundaryFacts& facts, const CommentedCatalog* staged)
{
    const MayGoFacts prepared(facts, staged);
    std::vector<MayGo> tables;
    std::vector<MayGo> columns;
    const int count = static_cast<int>(facts.catalog.objects().tables.size());
    for (int i = 0; i < count; ++i) {
        const TableId table{i};
        if (!prepared.isCandidate(table))
            continue;
        if (prepared.isUnused(table))
            tables.push_back(
                {table, whyTableMayGo(facts.catalog.table(table)), prepared.unknownOf(table)});
        else
            addMayGoColumns(prepared, table, columns);
    }
    tables.insert(tables.end(), columns.begin(), columns.end());
    return tables;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads keys, unique indexes and nullability; see the header.
#include "model/relations/cardinality.h"

#include <algorithm>

namespace cadastre {

namespace {

bool liesWithin(std::span<const ColumnId> part, std::span<const ColumnId> whole)
{
    return !part.empty() && std::ranges::all_of(part, [&](ColumnId column) {
        return std::ranges::find(whole, column) != whole.end();
    });
}

/// The columns of a unique index that holds for every row; empty for any other index.
std::vector<ColumnId> columnsOfCompleteUniqueIndex(const Index& index)
{
    std::vector<ColumnId> columns;
    if ((!index.unique && !index.primary) || !index.valid || !index.predicate.isEmpty())
        return columns;
    for (const IndexPart& part : index.parts) {
        if (!part.column || part.prefixLength)
            return {};
        columns.push_back(*part.column);
    }
    return columns;
}

} // namespace

bool areUniqueTogether(const Catalog& catalog, TableId table, std::span<const ColumnId> columns)
{
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        const bool isKey = constraint.kind == ConstraintKind::PrimaryKey ||
                           constraint.kind == ConstraintKind::Unique;
        if (isKey && liesWithin(constraint.columns, columns))
            return true;
    }
    return std::ranges::any_of(catalog.indexesOf(table), [&](const Index& index) {
        return liesWithin(columnsOfCompleteUniqueIndex(index), columns);
    });
}

bool areAllRequired(const Catalog& catalog, std::span<const ColumnId> columns)
{
    return std::ranges::none_of(columns, [&](ColumnId id) { return catalog.column(id).nullable; });
}

Cardinality childCardinality(const Catalog& catalog, TableId child,
                             std::span<const ColumnId> childColumns)
{
    return areUniqueTogether(catalog, child, childColumns) ? Cardinality::ZeroOrOne
                                                           : Cardinality::ZeroOrMany;
}

Cardinality parentCardinality(const Catalog& catalog, std::span<const ColumnId> childColumns,
                              bool proven)
{
    return proven && areAllRequired(catalog, childColumns) ? Cardinality::ExactlyOne
                                                           : Cardinality::ZeroOrOne;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads keys and indexes; see the header.
#include "model/relations/lookup_index.h"

#include <algorithm>

namespace cadastre {

namespace {

bool beginsWithColumns(const std::vector<ColumnId>& parts, const std::vector<ColumnId>& columns)
{
    if (parts.size() < columns.size())
        return false;
    const auto end = parts.begin() + static_cast<std::ptrdiff_t>(columns.size());
    return std::is_permutation(parts.begin(), end, columns.begin(), columns.end());
}

/// The leading plain columns by which an index finds rows.
std::vector<ColumnId> searchableColumns(const Catalog& catalog, const Index& index)
{
    std::vector<ColumnId> columns;
    const bool isOrdered = index.method.isEmpty() ||
                           index.method.compare(QLatin1String("btree"), Qt::CaseInsensitive) == 0 ||
                           index.method.compare(QLatin1String("hash"), Qt::CaseInsensitive) == 0;
    if (!index.valid || !index.predicate.isEmpty() || !isOrdered)
        return columns;
    for (const IndexPart& part : index.parts) {
        if (!part.column)
            break;
        const QString& own = catalog.column(*part.column).collation;
        if (!part.collation.isEmpty() && !own.isEmpty() &&
            part.collation.compare(own, Qt::CaseInsensitive) != 0)
            break;
        columns.push_back(*part.column);
    }
    return columns;
}

} // namespace

bool hasIndexFor(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns)
{
    for (const Constraint& key : catalog.constraintsOf(table)) {
        const bool isKey =
            key.kind == ConstraintKind::PrimaryKey || key.kind == ConstraintKind::Unique;
        if (isKey && beginsWithColumns(key.columns, columns))
            return true;
    }
    return std::ranges::any_of(catalog.indexesOf(table), [&](const Index& index) {
        return beginsWithColumns(searchableColumns(catalog, index), columns);
    });
}

} // namespace cadastre

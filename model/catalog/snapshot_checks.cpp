// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/snapshot_checks.h"

#include "model/catalog/containment.h"

#include <algorithm>

namespace cadastre::snapshot {

namespace {

bool areOf(const CatalogObjects& objects, TableId table, const std::vector<ColumnId>& columns)
{
    return std::ranges::all_of(columns, [&](ColumnId id) {
        return objects.columns[static_cast<std::size_t>(id.index)].table == table;
    });
}

bool hasOwnColumns(const CatalogObjects& objects, const Constraint& constraint)
{
    const TableId other = constraint.referencedTable.value_or(constraint.table);
    return areOf(objects, constraint.table, constraint.columns) &&
           areOf(objects, other, constraint.referencedColumns);
}

bool hasOwnColumns(const CatalogObjects& objects, const Index& index)
{
    std::vector<ColumnId> columns = index.included;
    for (const IndexPart& part : index.parts) {
        if (part.column)
            columns.push_back(*part.column);
    }
    return areOf(objects, index.table, columns);
}

template <typename T>
std::optional<QString> foreignColumns(const CatalogObjects& objects, const std::vector<T>& keys)
{
    for (const T& key : keys) {
        if (!hasOwnColumns(objects, key))
            return QStringLiteral("%1 has columns of another table")
                .arg(key.name.isEmpty() ? QStringLiteral("a key") : key.name);
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> wrongCounts(const CatalogObjects& objects, const ObjectCounts& announced)
{
    for (std::size_t i = 0; i < announced.size(); ++i) {
        const auto kind = static_cast<ObjectKind>(i);
        if (kind != ObjectKind::Source && objectCount(objects, kind) != announced[i])
            return QStringLiteral(
                "its objects have other keys at the second look than at the first");
    }
    return std::nullopt;
}

std::optional<QString> wrongReferences(const CatalogObjects& objects)
{
    const auto wrong = foreignColumns(objects, objects.constraints);
    return wrong ? wrong : foreignColumns(objects, objects.indexes);
}

std::optional<QString> partitionOfItself(const CatalogObjects& objects)
{
    const std::size_t limit = objects.tables.size();
    for (const Table& table : objects.tables) {
        std::size_t depth = 0;
        for (const Table* t = &table; t->partitionOf && depth <= limit; ++depth)
            t = &objects.tables[static_cast<std::size_t>(t->partitionOf->index)];
        if (depth > limit)
            return table.name;
    }
    return std::nullopt;
}

} // namespace cadastre::snapshot

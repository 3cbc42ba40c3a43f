// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks names up and quotes them; see the header.
#include "model/sql/verify/check_names.h"

#include "model/dialect/quoting.h"

#include <algorithm>

namespace cadastre {

namespace {

const QString rowAlias = QStringLiteral("c");

Engine engineOf(const Catalog& catalog, TableId table)
{
    return catalog.source(catalog.sourceOf(table)).engine;
}

Error undecodable(const Catalog& catalog, ObjectRef object)
{
    return {QStringLiteral("The name of %1 is not valid in the database's encoding, so it cannot "
                           "be asked for.")
                .arg(catalog.displayName(object)),
            {}};
}

bool hasRowId(const Table& table)
{
    return table.kind == TableKind::Table &&
           std::ranges::none_of(table.properties, [](const Property& property) {
               return property.value.contains(QLatin1String("WITHOUT ROWID"));
           });
}

/// One of SQLite's three names of the rowid that no column hides.
std::optional<QString> rowIdName(const Catalog& catalog, TableId table)
{
    for (const char* name : {"rowid", "_rowid_", "oid"}) {
        const QString word = QString::fromLatin1(name);
        if (std::ranges::none_of(catalog.columnsOf(table), [&](const Column& column) {
                return column.name.compare(word, Qt::CaseInsensitive) == 0;
            }))
            return word;
    }
    return std::nullopt;
}

} // namespace

Result<QString> checkedTableName(const Catalog& catalog, TableId table)
{
    const Table& facts = catalog.table(table);
    const Schema& schema = catalog.schema(facts.schema);
    if (facts.undecodableName || schema.undecodableName)
        return undecodable(catalog, table);
    return quotedPath(engineOf(catalog, table), {schema.name, facts.name});
}

Result<QString> checkedColumnName(const Catalog& catalog, const QString& alias, ColumnId column)
{
    const Column& facts = catalog.column(column);
    if (facts.undecodableName)
        return undecodable(catalog, column);
    return quotedPath(engineOf(catalog, facts.table), {alias, facts.name});
}

Result<QStringList> checkedColumnNames(const Catalog& catalog, const QString& alias,
                                       const std::vector<ColumnId>& columns)
{
    QStringList names;
    for (ColumnId column : columns) {
        const Result<QString> name = checkedColumnName(catalog, alias, column);
        if (!name)
            return name.error();
        names << *name;
    }
    return names;
}

std::optional<QString> rangeKey(const Catalog& catalog, TableId table)
{
    const Engine engine = engineOf(catalog, table);
    if (engine == Engine::Sqlite && hasRowId(catalog.table(table))) {
        if (const auto name = rowIdName(catalog, table))
            return QString(rowAlias + QLatin1Char('.') + *name);
    }
    const Constraint* key = catalog.primaryKeyOf(table);
    if (!key || key->columns.empty())
        return std::nullopt;
    const ColumnId first = key->columns.front();
    if (valueFamily(engine, catalog.column(first).type) != ValueFamily::Integer)
        return std::nullopt;
    const Result<QString> name = checkedColumnName(catalog, rowAlias, first);
    return name ? std::optional(*name) : std::nullopt;
}

Result<QStringList> orderKey(const Catalog& catalog, TableId table)
{
    const Constraint* key = catalog.primaryKeyOf(table);
    return key ? checkedColumnNames(catalog, rowAlias, key->columns) : QStringList();
}

} // namespace cadastre

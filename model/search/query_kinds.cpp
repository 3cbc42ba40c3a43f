// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where objects stand and what they are, in the words that queries use.
#include "model/search/query_terms.h"

namespace cadastre {

namespace {

QStringList wordsOfTable(const Table& table)
{
    QStringList words;
    if (table.partitionOf)
        words << QStringLiteral("partition");
    switch (table.kind) {
    case TableKind::PartitionedTable:
        return words << QStringLiteral("partitioned") << QStringLiteral("table");
    case TableKind::View:
        return words << QStringLiteral("view");
    case TableKind::MaterializedView:
        return words << QStringLiteral("matview") << QStringLiteral("materialized")
                     << QStringLiteral("view");
    case TableKind::ForeignTable:
        return words << QStringLiteral("foreign") << QStringLiteral("table");
    case TableKind::VirtualTable:
        return words << QStringLiteral("virtual") << QStringLiteral("table");
    case TableKind::ShadowTable:
        return words << QStringLiteral("shadow") << QStringLiteral("table");
    case TableKind::Table:
    case TableKind::Unknown:
        break;
    }
    return words << QStringLiteral("table");
}

QString queryWordOfRoutine(RoutineKind kind)
{
    switch (kind) {
    case RoutineKind::Procedure:
        return QStringLiteral("procedure");
    case RoutineKind::Aggregate:
        return QStringLiteral("aggregate");
    case RoutineKind::Function:
    case RoutineKind::Window:
    case RoutineKind::Unknown:
        break;
    }
    return QStringLiteral("function");
}

QString wordOfType(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Enum:
        return QStringLiteral("enum");
    case TypeKind::Domain:
        return QStringLiteral("domain");
    case TypeKind::Composite:
        return QStringLiteral("composite");
    case TypeKind::Range:
        return QStringLiteral("range");
    case TypeKind::Base:
    case TypeKind::Unknown:
        break;
    }
    return QStringLiteral("base");
}

} // namespace

std::optional<TableId> queryTableOf(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Table:
        return TableId{object.index};
    case ObjectKind::Column:
        return catalog.column(ColumnId{object.index}).table;
    case ObjectKind::Constraint:
        return catalog.constraint(ConstraintId{object.index}).table;
    case ObjectKind::Index:
        return catalog.index(IndexId{object.index}).table;
    case ObjectKind::Trigger:
        return catalog.trigger(TriggerId{object.index}).table;
    default:
        return std::nullopt;
    }
}

std::optional<SchemaId> querySchemaOf(const Catalog& catalog, ObjectRef object)
{
    if (const auto table = queryTableOf(catalog, object))
        return catalog.table(*table).schema;
    switch (object.kind) {
    case ObjectKind::Schema:
        return SchemaId{object.index};
    case ObjectKind::Routine:
        return catalog.routine(RoutineId{object.index}).schema;
    case ObjectKind::Type:
        return catalog.type(TypeId{object.index}).schema;
    case ObjectKind::Other:
        return catalog.other(OtherId{object.index}).schema;
    default:
        return std::nullopt;
    }
}

QStringList queryKindWords(const Catalog& catalog, ObjectRef object)
{
    static const QStringList column{QStringLiteral("column")};
    static const QStringList index{QStringLiteral("index")};
    switch (object.kind) {
    case ObjectKind::Source:
        return {QStringLiteral("source"), QStringLiteral("database")};
    case ObjectKind::Schema:
        return {QStringLiteral("schema")};
    case ObjectKind::Table:
        return wordsOfTable(catalog.table(TableId{object.index}));
    case ObjectKind::Column:
        return column;
    case ObjectKind::Constraint:
        return {QStringLiteral("constraint"),
                constraintKindName(catalog.constraint(ConstraintId{object.index}).kind)};
    case ObjectKind::Index:
        return index;
    case ObjectKind::Trigger:
        return {QStringLiteral("trigger")};
    case ObjectKind::Routine:
        return {queryWordOfRoutine(catalog.routine(RoutineId{object.index}).kind),
                QStringLiteral("routine")};
    case ObjectKind::Type:
        return {wordOfType(catalog.type(TypeId{object.index}).kind), QStringLiteral("type")};
    case ObjectKind::Role:
        return {QStringLiteral("role")};
    case ObjectKind::Other:
        return {catalog.other(OtherId{object.index}).kindName};
    }
    Q_UNREACHABLE();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/object_icons.h"

#include "model/catalog/kind_words.h"
#include "widgets/icons.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

QString tableIconName(TableKind kind)
{
    switch (kind) {
    case TableKind::Table:
        return QStringLiteral("table");
    case TableKind::PartitionedTable:
        return QStringLiteral("table-partitioned");
    case TableKind::View:
        return QStringLiteral("view");
    case TableKind::MaterializedView:
        return QStringLiteral("view-materialized");
    case TableKind::ForeignTable:
        return QStringLiteral("table-foreign");
    case TableKind::VirtualTable:
    case TableKind::ShadowTable:
        return QStringLiteral("table-virtual");
    case TableKind::Unknown:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

QString constraintIconName(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::PrimaryKey:
    case ConstraintKind::Unique:
        return QStringLiteral("key");
    case ConstraintKind::ForeignKey:
        return QStringLiteral("foreign-key");
    default:
        return QStringLiteral("check");
    }
}

QString columnIconName(const Catalog& catalog, ColumnId id)
{
    const TableId table = catalog.column(id).table;
    const ColumnRoles roles = columnRoles(catalog, table);
    const auto offset = static_cast<std::size_t>(id.index - catalog.firstColumn(table).index);
    if (roles.primaryKey[offset])
        return QStringLiteral("key");
    return roles.foreignKey[offset] ? QStringLiteral("foreign-key") : QStringLiteral("column");
}

} // namespace

ColumnRoles columnRoles(const Catalog& catalog, TableId table)
{
    const auto count = catalog.columnsOf(table).size();
    const int first = catalog.firstColumn(table).index;
    ColumnRoles roles{std::vector<bool>(count), std::vector<bool>(count)};
    for (const Constraint& constraint : catalog.constraintsOf(table)) {
        if (constraint.kind != ConstraintKind::PrimaryKey &&
            constraint.kind != ConstraintKind::ForeignKey)
            continue;
        auto& marks =
            constraint.kind == ConstraintKind::PrimaryKey ? roles.primaryKey : roles.foreignKey;
        for (const ColumnId column : constraint.columns)
            marks[static_cast<std::size_t>(column.index - first)] = true;
    }
    return roles;
}

QString objectIconName(const Catalog& catalog, ObjectRef ref)
{
    switch (ref.kind) {
    case ObjectKind::Source:
        return QStringLiteral("database");
    case ObjectKind::Schema:
        return QStringLiteral("schema");
    case ObjectKind::Table:
        return tableIconName(catalog.table(TableId{ref.index}).kind);
    case ObjectKind::Column:
        return columnIconName(catalog, ColumnId{ref.index});
    case ObjectKind::Constraint:
        return constraintIconName(catalog.constraint(ConstraintId{ref.index}).kind);
    case ObjectKind::Index:
        return QStringLiteral("index");
    case ObjectKind::Trigger:
        return QStringLiteral("trigger");
    case ObjectKind::Routine:
        return QStringLiteral("routine");
    case ObjectKind::Type:
        return QStringLiteral("type");
    case ObjectKind::Role:
        return QStringLiteral("role");
    case ObjectKind::Other:
        return catalog.other(OtherId{ref.index}).kind == CatalogKind::Sequences
                   ? QStringLiteral("sequence")
                   : QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

QIcon objectIcon(const Catalog& catalog, ObjectRef ref)
{
    if (objectProblem(catalog, ref))
        return themedIcon(QStringLiteral("warning"), IconTone::Warning);
    return themedIcon(objectIconName(catalog, ref));
}

QString objectKindText(const Catalog& catalog, ObjectRef ref)
{
    return QCoreApplication::translate("cadastre::KindWords",
                                       objectKindName(catalog, ref).toUtf8().constData());
}

std::optional<QString> objectProblem(const Catalog& catalog, ObjectRef ref)
{
    if (ref.kind == ObjectKind::Table) {
        const Table& table = catalog.table(TableId{ref.index});
        if (table.broken)
            return table.broken;
    }
    return catalog.base(ref).notRead;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/postgresql_comments.h"

#include "model/dialect/quoting.h"

namespace cadastre::postgresql {

namespace {

Result<QString> path(const QStringList& names)
{
    return quotedPath(Engine::PostgreSql, names);
}

/// WORD and a name, or that the name cannot be.
Result<QString> worded(const QString& word, const Result<QString>& name)
{
    if (!name)
        return name.error();
    return QString(word + QLatin1Char(' ') + *name);
}

QStringList tablePath(const Catalog& catalog, TableId id)
{
    const Table& table = catalog.table(id);
    return {catalog.schema(table.schema).name, table.name};
}

/// `CONSTRAINT name ON schema.table` and the like.
Result<QString> onTable(const QString& word, const Catalog& catalog, const QString& name,
                        TableId table)
{
    const Result<QString> tableName = path(tablePath(catalog, table));
    const Result<QString> own = worded(word, quotedIdentifier(Engine::PostgreSql, name));
    if (!own || !tableName)
        return own ? tableName : own;
    return QString(*own + QLatin1String(" ON ") + *tableName);
}

Error noComment(const QString& what)
{
    return {QStringLiteral("Cadastre cannot write comments on %1.").arg(what), {}};
}

Result<QString> tableTarget(const Catalog& catalog, TableId id)
{
    const Result<QString> name = path(tablePath(catalog, id));
    switch (catalog.table(id).kind) {
    case TableKind::Table:
    case TableKind::PartitionedTable:
        return worded(QStringLiteral("TABLE"), name);
    case TableKind::View:
        return worded(QStringLiteral("VIEW"), name);
    case TableKind::MaterializedView:
        return worded(QStringLiteral("MATERIALIZED VIEW"), name);
    case TableKind::ForeignTable:
        return worded(QStringLiteral("FOREIGN TABLE"), name);
    default:
        return noComment(QStringLiteral("an object of the kind \"%1\"")
                             .arg(tableKindName(catalog.table(id).kind)));
    }
}

Result<QString> columnTarget(const Catalog& catalog, ColumnId id)
{
    const Column& column = catalog.column(id);
    return worded(QStringLiteral("COLUMN"), path(tablePath(catalog, column.table) << column.name));
}

Result<QString> routineTarget(const Catalog& catalog, RoutineId id)
{
    const Routine& routine = catalog.routine(id);
    const bool isAggregate = routine.kind == RoutineKind::Aggregate;
    QString word = QStringLiteral("FUNCTION");
    if (isAggregate)
        word = QStringLiteral("AGGREGATE");
    else if (routine.kind == RoutineKind::Procedure)
        word = QStringLiteral("PROCEDURE");
    else if (routine.kind == RoutineKind::Unknown)
        word = QStringLiteral("ROUTINE");
    const Result<QString> name =
        worded(word, path({catalog.schema(routine.schema).name, routine.name}));
    if (!name)
        return name.error();
    if (!isTypeList(routine.argumentTypes))
        return Error{QStringLiteral("The argument types of %1 are no list of types: %2")
                         .arg(routine.name, routine.argumentTypes),
                     {}};
    const bool isStar = isAggregate && routine.argumentTypes.isEmpty();
    return QString(*name + QLatin1Char('(') +
                   (isStar ? QStringLiteral("*") : routine.argumentTypes) + QLatin1Char(')'));
}

Result<QString> typeTarget(const Catalog& catalog, TypeId id)
{
    const UserType& type = catalog.type(id);
    const bool isDomain = type.kind == TypeKind::Domain;
    return worded(isDomain ? QStringLiteral("DOMAIN") : QStringLiteral("TYPE"),
                  path({catalog.schema(type.schema).name, type.name}));
}

Result<QString> underTable(const QString& word, const Catalog& catalog, const OtherObject& object)
{
    if (!object.about || object.about->kind != ObjectKind::Table)
        return noComment(QStringLiteral("a %1 whose table was not read").arg(object.kindName));
    return onTable(word, catalog, object.name, TableId{object.about->index});
}

Result<QString> inSchema(const QString& word, const Catalog& catalog, const OtherObject& object)
{
    if (!object.schema)
        return noComment(QStringLiteral("a %1 whose schema was not read").arg(object.kindName));
    return worded(word, path({catalog.schema(*object.schema).name, object.name}));
}

Result<QString> otherTarget(const Catalog& catalog, OtherId id)
{
    const OtherObject& object = catalog.other(id);
    const auto alone = [&object](const char* word) {
        return worded(QString::fromLatin1(word), quotedIdentifier(Engine::PostgreSql, object.name));
    };
    switch (object.kind) {
    case CatalogKind::Sequences:
        return inSchema(QStringLiteral("SEQUENCE"), catalog, object);
    case CatalogKind::Collations:
        return inSchema(QStringLiteral("COLLATION"), catalog, object);
    case CatalogKind::Policies:
        return underTable(QStringLiteral("POLICY"), catalog, object);
    case CatalogKind::Rules:
        return underTable(QStringLiteral("RULE"), catalog, object);
    case CatalogKind::EventTriggers:
        return alone("EVENT TRIGGER");
    case CatalogKind::Publications:
        return alone("PUBLICATION");
    case CatalogKind::Subscriptions:
        return alone("SUBSCRIPTION");
    case CatalogKind::Extensions:
        return alone("EXTENSION");
    case CatalogKind::ForeignServers:
        return alone("SERVER");
    default:
        return noComment(QStringLiteral("an object of the kind \"%1\"").arg(object.kindName));
    }
}

} // namespace

bool isTypeList(const QString& text)
{
    int depth = 0;
    bool isQuoted = false;
    for (const QChar c : text) {
        const bool isPlain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
                             (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
                             (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
                             QStringLiteral("_$., []").contains(c);
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (isQuoted)
            continue;
        else if (c == QLatin1Char('('))
            ++depth;
        else if (c == QLatin1Char(')'))
            --depth;
        else if (!isPlain)
            return false;
        if (depth < 0)
            return false;
    }
    return depth == 0 && !isQuoted && !text.contains(QChar::Null);
}

Result<QString> commentedObject(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
        return worded(
            QStringLiteral("DATABASE"),
            quotedIdentifier(Engine::PostgreSql, catalog.source({object.index}).databaseName));
    case ObjectKind::Schema:
        return worded(QStringLiteral("SCHEMA"), path({catalog.base(object).name}));
    case ObjectKind::Table:
        return tableTarget(catalog, {object.index});
    case ObjectKind::Column:
        return columnTarget(catalog, {object.index});
    case ObjectKind::Constraint:
        return onTable(QStringLiteral("CONSTRAINT"), catalog, catalog.base(object).name,
                       catalog.constraint({object.index}).table);
    case ObjectKind::Index: {
        const TableId table = catalog.index({object.index}).table;
        return worded(
            QStringLiteral("INDEX"),
            path({catalog.schema(catalog.table(table).schema).name, catalog.base(object).name}));
    }
    case ObjectKind::Trigger:
        return onTable(QStringLiteral("TRIGGER"), catalog, catalog.base(object).name,
                       catalog.trigger({object.index}).table);
    case ObjectKind::Routine:
        return routineTarget(catalog, {object.index});
    case ObjectKind::Type:
        return typeTarget(catalog, {object.index});
    case ObjectKind::Role:
        return worded(QStringLiteral("ROLE"), path({catalog.base(object).name}));
    case ObjectKind::Other:
        return otherTarget(catalog, {object.index});
    }
    Q_UNREACHABLE();
}

Result<QString> commentStatement(const Catalog& catalog, ObjectRef object, const QString& text)
{
    const Result<QString> target = commentedObject(catalog, object);
    if (!target)
        return target.error();
    const Result<QString> literal = text.isEmpty() ? Result<QString>(QStringLiteral("NULL"))
                                                   : quotedLiteral(Engine::PostgreSql, text);
    if (!literal)
        return literal.error();
    return QString(QLatin1String("COMMENT ON ") + *target + QLatin1String(" IS ") + *literal +
                   QLatin1Char(';'));
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/reading.h"

#include "model/sql/sql_texts.h"

#include <charconv>

namespace cadastre::postgresql {

namespace {

template <typename Number> std::vector<Number> listOf(const Cell& cell)
{
    std::vector<Number> numbers;
    const char* at = cell.bytes().data();
    const char* const end = at + cell.bytes().size();
    while (at < end) {
        Number number = 0;
        const auto [rest, error] = std::from_chars(at, end, number);
        if (error == std::errc())
            numbers.push_back(number);
        at = error == std::errc() ? rest : at + 1;
    }
    return numbers;
}

QString tableName(const CatalogObjects& objects, TableId id)
{
    const Table& table = objects.tables[id.index];
    return objects.schemas[table.schema.index].name + QLatin1Char('.') + table.name;
}

/// Text of the database has no place in UTF-8.
/// Source: PostgreSQL error codes untranslatable_character, character_not_in_repertoire.
bool isUntranslatable(const SqlError& error)
{
    return error.code == QLatin1String("22P05") || error.code == QLatin1String("22021");
}

} // namespace

Reading::Reading(PostgresConnection& session, const ReadOptions& readOptions, Scope& readScope)
    : connection(session)
    , options(readOptions)
    , scope(readScope)
    , lockBudgetMs(readOptions.lockTimeoutMs)
{
    objects.sources.emplace_back();
}

std::optional<SqlError> Reading::ask(const char* text, const QStringList& parameters,
                                     const RowHandler& handler)
{
    const QByteArray sql = sqlText(QStringLiteral("postgresql"), QString::fromLatin1(text),
                                   connection.versionNumber());
    auto error = connection.run(sql, parameters, handler);
    return error && isUntranslatable(*error) ? askForBytes(sql, parameters, handler) : error;
}

std::optional<SqlError> Reading::askForBytes(const QByteArray& sql, const QStringList& parameters,
                                             const RowHandler& handler)
{
    if (inSnapshot) {
        if (auto error = ask("savepoint_rollback", {}, {}))
            return error;
    }
    connection.takeBytesAsTheyAre(true);
    auto error = connection.run(sql, parameters, handler);
    if (!error || !inSnapshot)
        connection.takeBytesAsTheyAre(false);
    return error;
}

std::optional<SqlError> Reading::setLockTimeout(int timeoutMs)
{
    if (timeoutMs == lockTimeoutMs)
        return std::nullopt;
    lockTimeoutMs = timeoutMs;
    return ask("lock_timeout", {QString::number(timeoutMs)}, {});
}

QString Reading::wantsSystemObjects() const
{
    return options.systemObjects ? QStringLiteral("true") : QStringLiteral("false");
}

bool Reading::describe(ObjectBase& base, Oid catalogOid, Oid oid, const Cell& name, Oid owner)
{
    const auto extension = extensionOf.constFind(oidKey(catalogOid, oid));
    if (extension != extensionOf.constEnd()) {
        base.extension = *extension;
        if (!options.systemObjects && catalogOid != catalog::schemas) {
            scope.countOmitted(QStringLiteral("members of extensions"));
            return false;
        }
    }
    base.name = name.text();
    base.undecodableName = !name.isDecodable();
    if (owner)
        base.owner = roleNames.value(owner);
    base.identity = ServerIdentity{databaseOid, catalogOid, oid, 0};
    return true;
}

void Reading::remember(Oid catalogOid, Oid oid, ObjectRef ref)
{
    byOid.insert(oidKey(catalogOid, oid), ref);
}

std::optional<ObjectRef> Reading::find(Oid catalogOid, Oid oid) const
{
    const auto found = byOid.constFind(oidKey(catalogOid, oid));
    return found == byOid.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<TableId> Reading::table(Oid oid) const
{
    const auto ref = find(catalog::relations, oid);
    return ref && ref->kind == ObjectKind::Table ? std::optional(TableId{ref->index})
                                                 : std::nullopt;
}

std::optional<SchemaId> Reading::schema(Oid oid) const
{
    const auto ref = find(catalog::schemas, oid);
    return ref ? std::optional(SchemaId{ref->index}) : std::nullopt;
}

std::optional<ColumnId> Reading::column(TableId tableId, int number) const
{
    const std::vector<int>& columns = columnByNumber[tableId.index];
    const auto position = static_cast<std::size_t>(number);
    if (number < 1 || position >= columns.size() || columns[position] < 0)
        return std::nullopt;
    return ColumnId{columns[position]};
}

std::vector<ColumnId> Reading::columns(TableId table, const std::vector<int>& numbers) const
{
    std::vector<ColumnId> ids;
    for (const int number : numbers) {
        if (const auto id = column(table, number))
            ids.push_back(*id);
    }
    return ids;
}

std::optional<TypeId> Reading::userType(Oid oid) const
{
    const auto ref = find(catalog::types, oid);
    return ref ? std::optional(TypeId{ref->index}) : std::nullopt;
}

ObjectBase& Reading::base(ObjectRef ref)
{
    const auto index = static_cast<std::size_t>(ref.index);
    switch (ref.kind) {
    case ObjectKind::Source:
        return objects.sources[index];
    case ObjectKind::Schema:
        return objects.schemas[index];
    case ObjectKind::Table:
        return objects.tables[index];
    case ObjectKind::Column:
        return objects.columns[index];
    case ObjectKind::Constraint:
        return objects.constraints[index];
    case ObjectKind::Index:
        return objects.indexes[index];
    case ObjectKind::Trigger:
        return objects.triggers[index];
    case ObjectKind::Routine:
        return objects.routines[index];
    case ObjectKind::Type:
        return objects.types[index];
    case ObjectKind::Role:
        return objects.roles[index];
    case ObjectKind::Other:
        return objects.others[index];
    }
    Q_UNREACHABLE();
}

QString Reading::displayName(ObjectRef ref)
{
    const QString name = base(ref).name;
    const auto index = static_cast<std::size_t>(ref.index);
    const auto under = [&name](const QString& parent) -> QString {
        return parent + QLatin1Char('.') + name;
    };
    const auto schemaName = [this](SchemaId id) { return objects.schemas[id.index].name; };
    switch (ref.kind) {
    case ObjectKind::Table:
        return tableName(objects, TableId{ref.index});
    case ObjectKind::Column:
        return under(tableName(objects, objects.columns[index].table));
    case ObjectKind::Constraint:
        return under(tableName(objects, objects.constraints[index].table));
    case ObjectKind::Index:
        return under(tableName(objects, objects.indexes[index].table));
    case ObjectKind::Trigger:
        return under(tableName(objects, objects.triggers[index].table));
    case ObjectKind::Routine:
        return under(schemaName(objects.routines[index].schema));
    case ObjectKind::Type:
        return under(schemaName(objects.types[index].schema));
    case ObjectKind::Other:
        if (const auto about = objects.others[index].about)
            return under(displayName(*about));
        return name;
    default:
        return name;
    }
}

std::optional<SqlError> Reading::readTypeNames(const std::vector<TypeUse>& uses)
{
    QStringList types;
    QStringList modifiers;
    for (const TypeUse& use : uses) {
        if (typeNames.contains(use))
            continue;
        typeNames.insert(use, {});
        types << QString::number(use.type);
        modifiers << QString::number(use.modifier);
    }
    const auto array = [](const QStringList& items) -> QString {
        return QLatin1Char('{') + items.join(QLatin1Char(',')) + QLatin1Char('}');
    };
    return ask("type_names", {array(types), array(modifiers)}, [this](const Row& row) {
        const TypeUse use{oidOf(row[0]), static_cast<int>(row[1].integer())};
        typeNames.insert(use, {row[2].text(), oidOf(row[3]), oidOf(row[4])});
    });
}

std::optional<SqlError> Reading::readCollationNames(const std::vector<Oid>& collations)
{
    return ask("collation_names", {arrayOf(collations)}, [this](const Row& row) {
        const QString schema = row[1].text();
        const QString name = row[2].text();
        collationNames.insert(oidOf(row[0]), schema == QLatin1String("pg_catalog")
                                                 ? name
                                                 : schema + QLatin1Char('.') + name);
    });
}

std::vector<int> numbersOf(const Cell& cell)
{
    return listOf<int>(cell);
}

std::vector<Oid> oidsOf(const Cell& cell)
{
    return listOf<Oid>(cell);
}

QString arrayOf(const std::vector<Oid>& oids)
{
    QStringList items;
    items.reserve(static_cast<qsizetype>(oids.size()));
    for (const Oid oid : oids)
        items << QString::number(oid);
    return QLatin1Char('{') + items.join(QLatin1Char(',')) + QLatin1Char('}');
}

void addProperty(ObjectBase& base, const QString& label, const QString& value)
{
    if (!value.isEmpty())
        base.properties.push_back({label, value});
}

} // namespace cadastre::postgresql

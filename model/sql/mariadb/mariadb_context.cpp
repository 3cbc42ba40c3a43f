// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/mariadb/mariadb_context.h"

#include "model/sql/mariadb/mariadb_errors.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr unsigned int brokenViewWarning = 1356;
constexpr unsigned int lostDefinerWarning = 1449;
constexpr unsigned int deprecatedWarning = 1287;

template <typename Id, typename Vector> Id nextId(const Vector& vector)
{
    return Id{static_cast<std::int32_t>(vector.size())};
}

template <typename Hash, typename Key>
auto lookup(const Hash& hash, const Key& key) -> std::optional<typename Hash::mapped_type>
{
    const auto found = hash.constFind(key);
    if (found == hash.cend())
        return std::nullopt;
    return *found;
}

} // namespace

BoundText bindLists(const QByteArray& text, const std::vector<TextList>& lists)
{
    BoundText bound;
    qsizetype from = 0;
    while (true) {
        const TextList* next = nullptr;
        qsizetype place = -1;
        for (const TextList& list : lists) {
            const QByteArray mark = ':' + QByteArray(list.name);
            const qsizetype found = text.indexOf(mark, from);
            if (found >= 0 && (place < 0 || found < place)) {
                place = found;
                next = &list;
            }
        }
        if (!next)
            break;
        const QStringList values = next->values.isEmpty() ? QStringList{QString()} : next->values;
        bound.sql += text.mid(from, place - from) + QByteArray("?, ").repeated(values.size());
        bound.sql.chop(2);
        bound.parameters += values;
        from = place + 1 + static_cast<qsizetype>(qstrlen(next->name));
    }
    bound.sql += text.mid(from);
    return bound;
}

MariaDbContext::MariaDbContext(MariaDbConnection& openConnection, const ReadOptions& readOptions)
    : connection(openConnection)
    , options(readOptions)
    , scope(readOptions)
{
    objects.sources.emplace_back();
}

std::optional<SqlError> MariaDbContext::ask(const char* name, const RowHandler& handler)
{
    warnings.clear();
    m_lastId.reset();
    m_lastSchema.clear();
    m_lastTable.clear();
    const BoundText bound =
        bindLists(connection.text(name),
                  {{"schemas", schemaNames}, {"busy", busy}, {"partitioned", partitioned}});
    if (auto error = connection.run(bound.sql, bound.parameters, handler))
        return error;
    return connection.warningCount() > 0 ? fetchWarnings() : std::nullopt;
}

std::optional<SqlError> MariaDbContext::fetchWarnings()
{
    return connection.run(connection.text("warnings"), {}, [this](const Row& row) {
        warnings.push_back({static_cast<unsigned int>(row[1].integer()), row[2].text()});
    });
}

void MariaDbContext::reportWarnings(StepReport& report) const
{
    int locked = 0;
    QString other;
    for (const ServerWarning& warning : warnings) {
        if (warning.number == brokenViewWarning || warning.number == lostDefinerWarning ||
            warning.number == deprecatedWarning)
            continue;
        if (mariaDbFailure(warning.number) == SqlFailure::LockTimeout)
            ++locked;
        else
            other = warning.message;
    }
    if (locked > 0) {
        report.setPartlyRead(
            QStringLiteral("%1 objects were locked by another session; read again later.")
                .arg(locked));
    } else if (!other.isEmpty()) {
        report.setPartlyRead(QStringLiteral("The server said: %1").arg(other));
    }
}

QString MariaDbContext::tableKey(const QString& name) const
{
    return foldsCase ? name.toLower() : name;
}

std::optional<SchemaId> MariaDbContext::schema(const QString& name) const
{
    return lookup(m_schemas, tableKey(name));
}

std::optional<TableId> MariaDbContext::table(const QString& schemaName, const QString& name) const
{
    return lookup(m_tables, Name{tableKey(schemaName), tableKey(name)});
}

std::optional<TableId> MariaDbContext::tableOf(const Row& row)
{
    const QByteArrayView schemaBytes = row[0].bytes();
    const QByteArrayView tableBytes = row[1].bytes();
    if (tableBytes != QByteArrayView(m_lastTable) || schemaBytes != QByteArrayView(m_lastSchema)) {
        m_lastSchema = schemaBytes.toByteArray();
        m_lastTable = tableBytes.toByteArray();
        m_lastId = table(row[0].text(), row[1].text());
    }
    return m_lastId;
}

std::optional<ColumnId> MariaDbContext::column(TableId table, const QString& name) const
{
    return lookup(m_columns, std::pair{static_cast<int>(table.index), name.toLower()});
}

std::optional<RoutineId> MariaDbContext::routine(const QString& schemaName,
                                                 const QString& name) const
{
    return lookup(m_routines, Name{tableKey(schemaName), name.toLower()});
}

std::optional<RoleId> MariaDbContext::role(const QString& account) const
{
    return lookup(m_roles, account);
}

SchemaId MariaDbContext::addSchema(Schema schema)
{
    const auto id = nextId<SchemaId>(objects.schemas);
    m_schemas.insert(tableKey(schema.name), id);
    objects.schemas.push_back(std::move(schema));
    return id;
}

TableId MariaDbContext::addTable(Table table)
{
    const auto id = nextId<TableId>(objects.tables);
    const Schema& schema = objects.schemas[static_cast<std::size_t>(table.schema.index)];
    m_tables.insert(Name{tableKey(schema.name), tableKey(table.name)}, id);
    objects.tables.push_back(std::move(table));
    return id;
}

void MariaDbContext::addColumn(Column column)
{
    const auto id = nextId<ColumnId>(objects.columns);
    m_columns.insert({static_cast<int>(column.table.index), column.name.toLower()}, id);
    objects.columns.push_back(std::move(column));
}

RoutineId MariaDbContext::addRoutine(Routine routine)
{
    const auto id = nextId<RoutineId>(objects.routines);
    const Schema& schema = objects.schemas[static_cast<std::size_t>(routine.schema.index)];
    m_routines.insert(Name{tableKey(schema.name), routine.name.toLower()}, id);
    objects.routines.push_back(std::move(routine));
    return id;
}

RoleId MariaDbContext::addRole(Role role)
{
    const auto id = nextId<RoleId>(objects.roles);
    m_roles.insert(role.name, id);
    objects.roles.push_back(std::move(role));
    return id;
}

QString MariaDbContext::fullName(TableId id) const
{
    const Table& table = objects.tables[static_cast<std::size_t>(id.index)];
    return objects.schemas[static_cast<std::size_t>(table.schema.index)].name + QLatin1Char('.') +
           table.name;
}

void setName(ObjectBase& object, const Cell& cell)
{
    object.name = cell.text();
    object.undecodableName = !cell.isDecodable();
}

void setComment(ObjectBase& object, const Cell& cell)
{
    object.comment.text = cell.text();
    object.comment.undecodable = !cell.isDecodable();
}

void addProperty(ObjectBase& object, const QString& label, const QString& value)
{
    if (!value.isEmpty())
        object.properties.push_back({label, value});
}

void addSqlMode(ObjectBase& object, const QString& sqlMode)
{
    static const QStringList telling{
        QStringLiteral("ANSI_QUOTES"), QStringLiteral("NO_BACKSLASH_ESCAPES"),
        QStringLiteral("PIPES_AS_CONCAT"), QStringLiteral("ORACLE"), QStringLiteral("ANSI")};
    QStringList modes = sqlMode.split(QLatin1Char(','), Qt::SkipEmptyParts);
    erase_if(modes, [](const QString& mode) { return !telling.contains(mode); });
    addProperty(object, QStringLiteral("SQL mode"), modes.join(QLatin1Char(',')));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the steps of one read share: the connection, what was collected so far with lookups by name,
// and how a text of resources/sql is asked. What each step asks lives in the steps' own files.
#pragma once

#include "model/sql/kind_reader.h"
#include "model/sql/mariadb/mariadb_connection.h"
#include "model/sql/scope.h"

#include <QHash>
#include <QSet>

namespace cadastre {

/// A warning that the server attached to a statement.
struct ServerWarning
{
    unsigned int number = 0;
    QString message;
};

/// The lists that stand as `:name` in the texts; an empty list matches nothing.
struct TextList
{
    const char* name;
    QStringList values;
};

/// `text` with every `:name` as `?, ?, ..` and the values in order of their places.
struct BoundText
{
    QByteArray sql;
    QStringList parameters;
};
BoundText bindLists(const QByteArray& text, const std::vector<TextList>& lists);

struct MariaDbContext
{
    MariaDbContext(MariaDbConnection& openConnection, const ReadOptions& readOptions);

    MariaDbConnection& connection;
    ReadOptions options;
    Scope scope;
    CatalogObjects objects;
    QStringList schemaNames;    ///< those in scope
    QStringList busy;           ///< "schema`.`table" of what could not be opened: not asked again
    QStringList partitioned;    ///< names of partitioned tables
    QSet<QString> lostDefiners; ///< accounts that views name and that do not exist
    QString onlySchema;         ///< the database of the address; empty for all
    QString currentUser;
    QStringList activeRoles;
    bool foldsCase = false; ///< lower_case_table_names is not 0
    /// What tells a table of before from the same name after; sorted by nothing.
    QSet<QString> fingerprints;

    /// Asks one text; warnings of it are fetched when there are any.
    std::optional<SqlError> ask(const char* name, const RowHandler& handler);
    /// Warnings of the last ask().
    std::vector<ServerWarning> warnings;
    /// After ask(): locks and other trouble become a sentence in the report; broken views and lost
    /// definers have their own places.
    void reportWarnings(StepReport& report) const;

    std::optional<SchemaId> schema(const QString& name) const;
    std::optional<TableId> table(const QString& schemaName, const QString& name) const;
    /// The table that the first two cells of a row name; quick when rows come table by table.
    std::optional<TableId> tableOf(const Row& row);
    std::optional<ColumnId> column(TableId table, const QString& name) const;
    std::optional<RoutineId> routine(const QString& schemaName, const QString& name) const;
    std::optional<RoleId> role(const QString& account) const;

    SchemaId addSchema(Schema schema);
    TableId addTable(Table table);
    void addColumn(Column column);
    RoutineId addRoutine(Routine routine);
    RoleId addRole(Role role);
    Table& tableAt(TableId id) { return objects.tables[static_cast<std::size_t>(id.index)]; }
    [[nodiscard]] const Table& tableAt(TableId id) const
    {
        return objects.tables[static_cast<std::size_t>(id.index)];
    }
    [[nodiscard]] QString fullName(TableId id) const;
    [[nodiscard]] QString schemaOf(const Table& table) const
    {
        return objects.schemas[static_cast<std::size_t>(table.schema.index)].name;
    }

private:
    using Name = std::pair<QString, QString>;
    [[nodiscard]] QString tableKey(const QString& name) const;
    std::optional<SqlError> fetchWarnings();

    QHash<QString, SchemaId> m_schemas;
    QHash<Name, TableId> m_tables;
    QHash<std::pair<int, QString>, ColumnId> m_columns;
    QHash<Name, RoutineId> m_routines;
    QHash<QString, RoleId> m_roles;
    QByteArray m_lastSchema;
    QByteArray m_lastTable;
    std::optional<TableId> m_lastId;
};

/// A name's text; marks the object when the bytes are not valid.
void setName(ObjectBase& object, const Cell& cell);
void setComment(ObjectBase& object, const Cell& cell);
/// Adds a property unless the value is empty.
void addProperty(ObjectBase& object, const QString& label, const QString& value);

/// The modes of sql_mode under which the object's text means something else, as a property.
void addSqlMode(ObjectBase& object, const QString& sqlMode);

} // namespace cadastre

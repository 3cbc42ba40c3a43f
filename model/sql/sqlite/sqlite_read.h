// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the steps of reading one SQLite file share: the connection, the objects so far, and how
// names lead to them. One function per step; their order is in sqlite_reader.cpp.
#pragma once

#include "model/dialect/sqlite_ddl.h"
#include "model/sql/kind_reader.h"
#include "model/sql/scope.h"
#include "model/sql/sqlite/sqlite_connection.h"

#include <QHash>

namespace cadastre {

/// Names compare as SQLite compares them: ASCII letters without case, everything else exactly.
QString sqliteFolded(const QString& name);

/// A row of sqlite_schema that a later step makes an object of.
struct SqliteSchemaRow
{
    QString name;
    bool undecodableName = false;
    QString tableName;
    QString sql;
};

struct SqliteRead
{
    SqliteRead(SqliteConnection& theConnection, const ReadOptions& theOptions)
        : connection(theConnection)
        , options(theOptions)
        , scope(theOptions)
    {
    }

    SqliteConnection& connection;
    const ReadOptions& options;
    Scope scope;
    CatalogObjects objects;
    std::vector<SqliteTableDdl> ddl; ///< parallel to objects.tables
    std::vector<qint64> derivedRows; ///< rowids of views and virtual tables, ascending
    QHash<qint64, TableId> tableByRow;
    QHash<QString, TableId> tableByName;       ///< by folded name
    QHash<QString, SqliteSchemaRow> indexRows; ///< by name
    std::vector<SqliteSchemaRow> triggerRows;
    bool hasStatistics = false;
    /// Per table: its columns, by position, and its primary key's columns in order.
    std::vector<std::vector<ColumnId>> columns;
    std::vector<std::vector<ColumnId>> primaryKeys;

    [[nodiscard]] Table& table(TableId id) { return objects.tables[std::size_t(id.index)]; }
    [[nodiscard]] Column& column(ColumnId id) { return objects.columns[std::size_t(id.index)]; }
    [[nodiscard]] std::optional<TableId> findTable(const QString& name) const;
    [[nodiscard]] std::optional<ColumnId> findColumn(TableId table, const QString& name) const;
    [[nodiscard]] const std::vector<ColumnId>& columnsOf(TableId id) const
    {
        return columns[std::size_t(id.index)];
    }
};

using SqliteStepResult = std::optional<SqlError>;

SqliteStepResult readSqliteObjects(SqliteRead& read, StepReport& report);
SqliteStepResult readSqliteColumns(SqliteRead& read, StepReport& report);
SqliteStepResult readSqliteDerivedColumns(SqliteRead& read, StepReport& report);
SqliteStepResult readSqliteIndexes(SqliteRead& read, StepReport& report);
SqliteStepResult readSqliteForeignKeys(SqliteRead& read, StepReport& report);
/// Primary keys and checks, from what was read before.
SqliteStepResult readSqliteKeysAndChecks(SqliteRead& read, StepReport& report);
SqliteStepResult readSqliteTriggers(SqliteRead& read, StepReport& report);
SqliteStepResult readSqliteDependencies(SqliteRead& read, StepReport& report);
SqliteStepResult readSqliteStatistics(SqliteRead& read, StepReport& report);

/// Why an object of sqlite_schema is unknown to SQLite itself.
QString sqliteUnparsedReason();

/// The constraint of the CREATE text of this kind over these columns; null when there is none.
const SqliteConstraintDdl* sqliteConstraintOver(const SqliteRead& read, TableId table,
                                                SqliteConstraintKind kind,
                                                const std::vector<ColumnId>& columns);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns: those of stored tables with one statement; those of views and virtual tables with
// another, narrowed to the guilty ones where a view is broken or a module is missing.
#include "model/dialect/masking.h"
#include "model/sql/sqlite/sqlite_read.h"

#include <algorithm>

namespace cadastre {

namespace {

enum ColumnColumn { TableName, Cid, Name, Type, NotNull, Default, KeyPosition, Hidden };
// https://sqlite.org/pragma.html#pragma_table_xinfo
enum HiddenCode { Shown = 0, HiddenColumn = 1, GeneratedVirtual = 2, GeneratedStored = 3 };

/// A row kept until its whole set has been read.
struct ColumnRow
{
    TableId table;
    Column column;
    int keyPosition = 0;
};

ColumnRow columnRow(const Row& row, TableId table)
{
    ColumnRow result;
    result.table = table;
    Column& column = result.column;
    column.table = table;
    column.name = row[Name].text();
    column.undecodableName = !row[Name].isDecodable();
    column.position = static_cast<int>(row[Cid].integer()) + 1;
    column.type = row[Type].text();
    column.nullable = !row[NotNull].boolean();
    if (const auto value = row[Default].optionalText())
        column.defaultExpression = maskedSql(*value);
    const qint64 hidden = row[Hidden].integer();
    column.hidden = hidden == HiddenColumn;
    if (hidden == GeneratedVirtual)
        column.generated = Generated::Virtual;
    else if (hidden == GeneratedStored)
        column.generated = Generated::Stored;
    result.keyPosition = static_cast<int>(row[KeyPosition].integer());
    return result;
}

const SqliteColumnDdl* ddlOf(const SqliteTableDdl& table, const Column& column)
{
    const auto matches = [&column](const SqliteColumnDdl& ddl) {
        return sqliteFolded(ddl.name) == sqliteFolded(column.name);
    };
    const auto expected = static_cast<std::size_t>(column.position - 1);
    if (expected < table.columns.size() && matches(table.columns[expected]))
        return &table.columns[expected];
    const auto found = std::ranges::find_if(table.columns, matches);
    return found == table.columns.end() ? nullptr : &*found;
}

void addFromDdl(Column& column, const SqliteTableDdl& table)
{
    const SqliteColumnDdl* ddl = ddlOf(table, column);
    if (!ddl)
        return;
    column.comment = {maskedSql(ddl->comment), CommentOrigin::Ddl, false};
    column.collation = ddl->collation;
    column.generationExpression = maskedSql(ddl->generationExpression);
    if (ddl->autoIncrement)
        column.columnIdentity = Identity::AutoIncrement;
}

void addColumn(SqliteRead& read, ColumnRow& row)
{
    const auto table = static_cast<std::size_t>(row.table.index);
    const ColumnId id{static_cast<int>(read.objects.columns.size())};
    addFromDdl(row.column, read.ddl[table]);
    read.columns[table].push_back(id);
    if (row.keyPosition > 0) {
        std::vector<ColumnId>& key = read.primaryKeys[table];
        key.resize(std::max(key.size(), static_cast<std::size_t>(row.keyPosition)));
        key[static_cast<std::size_t>(row.keyPosition) - 1] = id;
    }
    read.objects.columns.push_back(std::move(row.column));
}

/// The alias of the rowid is never NULL, although nothing declares it.
void markRowIdAliases(SqliteRead& read)
{
    for (std::size_t i = 0; i < read.primaryKeys.size(); ++i) {
        if (read.primaryKeys[i].size() != 1)
            continue;
        Column& column = read.column(read.primaryKeys[i].front());
        if (column.type.compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) == 0)
            column.nullable = false;
    }
}

/// Runs a statement over columns; its rows are added only when all of it succeeded.
SqliteStepResult runColumns(SqliteRead& read, StepReport& report, const char* text,
                            const QStringList& parameters)
{
    std::vector<ColumnRow> rows;
    const auto error =
        read.connection.run(read.connection.text(text), parameters, [&](const Row& row) {
            if (const auto table = read.findTable(row[TableName].text()))
                rows.push_back(columnRow(row, *table));
            report.addObjects(1);
        });
    if (error)
        return error;
    for (ColumnRow& row : rows)
        addColumn(read, row);
    return std::nullopt;
}

void markGuilty(SqliteRead& read, StepReport& report, TableId id, const SqlError& error)
{
    Table& table = read.table(id);
    const bool isModule = error.message.startsWith(QLatin1String("no such module"));
    const QString reason =
        isModule ? QStringLiteral("its module is not available here (%1)").arg(error.message)
                 : error.message;
    table.notRead = QStringLiteral("The columns could not be read: %1.").arg(reason);
    if (isView(table))
        table.broken = reason;
    report.addMissing(QStringLiteral("main.") + table.name, reason);
}

/// Every stored table has columns; one without was left out by SQLite itself.
void markUnparsed(SqliteRead& read, StepReport& report)
{
    for (std::size_t i = 0; i < read.columns.size(); ++i) {
        Table& table = read.objects.tables[i];
        const bool isStored = table.kind == TableKind::Table || table.kind == TableKind::Unknown;
        if (!isStored || !read.columns[i].empty())
            continue;
        table.notRead =
            QStringLiteral("The columns could not be read: %1.").arg(sqliteUnparsedReason());
        report.addMissing(QStringLiteral("main.") + table.name, sqliteUnparsedReason());
    }
}

} // namespace

SqliteStepResult readSqliteColumns(SqliteRead& read, StepReport& report)
{
    if (auto error = runColumns(read, report, "columns", {}))
        return error;
    markRowIdAliases(read);
    markUnparsed(read, report);
    return std::nullopt;
}

SqliteStepResult readSqliteDerivedColumns(SqliteRead& read, StepReport& report)
{
    const auto readSet = [&](std::span<const qint64> rows) {
        return runColumns(read, report, "derived_columns",
                          {QString::number(rows.front()), QString::number(rows.back())});
    };
    const auto outcome = narrowByHalving<qint64>(read.derivedRows, readSet);
    for (const Guilty<qint64>& guilty : outcome.guilty)
        markGuilty(read, report, read.tableByRow.value(guilty.id), guilty.error);
    return outcome.fatal;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Primary keys, checks and foreign keys: the facts from SQLite's pragmas, names and what else only
// the CREATE text knows from there.
#include "model/dialect/masking.h"
#include "model/sql/sqlite/sqlite_read.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

enum ForeignKeyColumn { TableName, Number, Parent, From, To, OnUpdate, OnDelete };

ReferentialAction actionOf(const QString& word)
{
    for (const auto action : {ReferentialAction::Restrict, ReferentialAction::Cascade,
                              ReferentialAction::SetNull, ReferentialAction::SetDefault}) {
        if (word == referentialActionName(action))
            return action;
    }
    return ReferentialAction::NoAction;
}

void addFromDdl(Constraint& constraint, const SqliteConstraintDdl& ddl)
{
    constraint.name = ddl.name;
    constraint.matchType = ddl.matchType;
    constraint.deferrable = ddl.deferrable;
    constraint.initiallyDeferred = ddl.initiallyDeferred;
    constraint.comment = {maskedSql(ddl.comment), CommentOrigin::Ddl, false};
}

/// A foreign key as its rows come, one per column.
struct ForeignKeyRows
{
    QString parent;
    QStringList from;
    QStringList to; ///< empty where the parent's primary key is meant
    ReferentialAction onUpdate = ReferentialAction::NoAction;
    ReferentialAction onDelete = ReferentialAction::NoAction;
};

using ForeignKeys = std::map<std::pair<int, int>, ForeignKeyRows>; ///< by table and SQLite's number

std::vector<ColumnId> columnsNamed(const SqliteRead& read, TableId table, const QStringList& names)
{
    std::vector<ColumnId> ids;
    for (const QString& name : names) {
        if (const auto id = read.findColumn(table, name))
            ids.push_back(*id);
    }
    return ids;
}

void resolveParent(const SqliteRead& read, Constraint& key, const ForeignKeyRows& rows)
{
    key.referencedTable = read.findTable(rows.parent);
    if (!key.referencedTable) {
        key.referencedName = rows.parent;
        return;
    }
    key.referencedColumns = rows.to.isEmpty()
                                ? read.primaryKeys[std::size_t(key.referencedTable->index)]
                                : columnsNamed(read, *key.referencedTable, rows.to);
    if (key.referencedColumns.size() != key.columns.size())
        key.referencedColumns.clear();
}

/// SQLite numbers a table's foreign keys backwards: 0 is the last one of the text.
const SqliteConstraintDdl* ddlOf(const SqliteRead& read, TableId table, int number,
                                 const QStringList& columns)
{
    const auto& all = read.ddl[std::size_t(table.index)].constraints;
    int left = number;
    for (auto ddl = all.rbegin(); ddl != all.rend(); ++ddl) {
        if (ddl->kind != SqliteConstraintKind::ForeignKey || left-- > 0)
            continue;
        const bool same = ddl->columns.size() == columns.size() &&
                          sqliteFolded(ddl->columns.value(0)) == sqliteFolded(columns.value(0));
        return same ? &*ddl : nullptr;
    }
    return nullptr;
}

void addForeignKey(SqliteRead& read, TableId table, int number, const ForeignKeyRows& rows)
{
    Constraint key;
    key.table = table;
    key.kind = ConstraintKind::ForeignKey;
    key.columns = columnsNamed(read, table, rows.from);
    key.onUpdate = rows.onUpdate;
    key.onDelete = rows.onDelete;
    if (const SqliteConstraintDdl* ddl = ddlOf(read, table, number, rows.from))
        addFromDdl(key, *ddl);
    resolveParent(read, key, rows);
    read.objects.constraints.push_back(std::move(key));
}

void addPrimaryKey(SqliteRead& read, TableId table)
{
    const std::vector<ColumnId>& columns = read.primaryKeys[std::size_t(table.index)];
    if (columns.empty())
        return;
    Constraint key;
    key.table = table;
    key.kind = ConstraintKind::PrimaryKey;
    key.columns = columns;
    if (const auto* ddl =
            sqliteConstraintOver(read, table, SqliteConstraintKind::PrimaryKey, columns))
        addFromDdl(key, *ddl);
    read.objects.constraints.push_back(std::move(key));
}

void addChecks(SqliteRead& read, TableId table)
{
    for (const SqliteConstraintDdl& ddl : read.ddl[std::size_t(table.index)].constraints) {
        if (ddl.kind != SqliteConstraintKind::Check)
            continue;
        Constraint check;
        check.table = table;
        check.kind = ConstraintKind::Check;
        addFromDdl(check, ddl);
        check.expression = maskedSql(ddl.expression);
        check.columns = columnsNamed(read, table, ddl.columns);
        read.objects.constraints.push_back(std::move(check));
    }
}

} // namespace

SqliteStepResult readSqliteForeignKeys(SqliteRead& read, StepReport& report)
{
    ForeignKeys keys;
    const auto collect = [&](const Row& row) {
        const auto table = read.findTable(row[TableName].text());
        if (!table)
            return;
        ForeignKeyRows& key = keys[{table->index, static_cast<int>(row[Number].integer())}];
        key.parent = row[Parent].text();
        key.from << row[From].text();
        if (!row[To].isNull())
            key.to << row[To].text();
        key.onUpdate = actionOf(row[OnUpdate].text());
        key.onDelete = actionOf(row[OnDelete].text());
        report.addObjects(1);
    };
    const auto error = read.connection.run(read.connection.text("foreign_keys"), {}, collect);
    if (error)
        return error;
    for (const auto& [place, key] : keys)
        addForeignKey(read, TableId{place.first}, place.second, key);
    return std::nullopt;
}

SqliteStepResult readSqliteKeysAndChecks(SqliteRead& read, StepReport&)
{
    for (int i = 0; i < static_cast<int>(read.objects.tables.size()); ++i) {
        addPrimaryKey(read, TableId{i});
        addChecks(read, TableId{i});
    }
    return std::nullopt;
}

} // namespace cadastre

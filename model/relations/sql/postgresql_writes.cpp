// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What statements of PostgreSQL's parse trees write, and those that only write or call.
#include "model/relations/sql/postgresql_tree.h"

#include <QJsonArray>

namespace cadastre {

namespace {

using WriteAction = SqlWrite::Action;

QStringList targetNames(const QJsonValue& targetList)
{
    QStringList names;
    for (const QJsonValue& target : targetList.toArray())
        names << PostgreSqlNode(target).body.value(QLatin1String("name")).toString();
    return names;
}

void addMergeWrites(const QJsonObject& merge, SqlQuery& query)
{
    for (const QJsonValue& value : merge.value(QLatin1String("mergeWhenClauses")).toArray()) {
        const QJsonObject clause = PostgreSqlNode(value).body;
        const QString command = clause.value(QLatin1String("commandType")).toString();
        const QStringList columns = targetNames(clause.value(QLatin1String("targetList")));
        if (command == QLatin1String("CMD_INSERT"))
            query.writes.push_back({WriteAction::Insert, {}, columns});
        else if (command == QLatin1String("CMD_UPDATE"))
            query.writes.push_back({WriteAction::Update, {}, columns});
        else if (command == QLatin1String("CMD_DELETE"))
            query.writes.push_back({WriteAction::Delete, {}, {}});
    }
}

SqlRange tableRange(const QJsonValue& rangeVar)
{
    const PostgreSqlNode node(rangeVar);
    SqlRange range;
    // a list has nodes, a single field the body alone
    range.name = postgresqlTableName(node.is("RangeVar") ? node.body : rangeVar.toObject());
    return range;
}

SqlQuery commandOn(const QJsonValue& table, std::initializer_list<WriteAction> actions)
{
    SqlQuery command;
    command.ranges.push_back(tableRange(table));
    for (WriteAction action : actions)
        command.writes.push_back({action, {}, {}});
    return command;
}

SqlQuery truncateOf(const QJsonObject& body)
{
    SqlQuery command;
    for (const QJsonValue& table : body.value(QLatin1String("relations")).toArray()) {
        command.ranges.push_back(tableRange(table));
        command.writes.push_back({WriteAction::Truncate, command.ranges.back().name, {}});
    }
    return command;
}

SqlQuery copyOf(const QJsonObject& body)
{
    if (const auto query = postgresqlQuery(PostgreSqlNode(body.value(QLatin1String("query")))))
        return *query;
    const QStringList columns = postgresqlStrings(body.value(QLatin1String("attlist")));
    SqlQuery copy;
    copy.ranges.push_back(tableRange(body.value(QLatin1String("relation"))));
    if (body.value(QLatin1String("is_from")).toBool()) {
        copy.writes.push_back({WriteAction::Insert, {}, {}});
        copy.insertedColumns = columns;
        return copy;
    }
    for (const QString& column : columns)
        copy.outputs.push_back({column, sqlColumn({column})});
    if (columns.isEmpty()) {
        SqlOutput everything;
        everything.expression.kind = SqlExpressionKind::Star;
        copy.outputs.push_back(everything);
    }
    return copy;
}

} // namespace

QStringList postgresqlTableName(const QJsonObject& rangeVar)
{
    QStringList parts;
    for (const char* part : {"schemaname", "relname"}) {
        const QString name = rangeVar.value(QLatin1String(part)).toString();
        if (!name.isEmpty())
            parts << name;
    }
    return parts;
}

void addPostgreSqlWrites(const PostgreSqlNode& node, SqlQuery& query)
{
    if (node.is("UpdateStmt"))
        query.writes.push_back({WriteAction::Update, {}, {}});
    else if (node.is("DeleteStmt"))
        query.writes.push_back({WriteAction::Delete, {}, {}});
    else if (node.is("MergeStmt"))
        addMergeWrites(node.body, query);
    if (!node.is("InsertStmt"))
        return;
    query.writes.push_back({WriteAction::Insert, {}, {}});
    const QJsonObject conflict = node.body.value(QLatin1String("onConflictClause")).toObject();
    if (conflict.value(QLatin1String("action")) == QLatin1String("ONCONFLICT_UPDATE"))
        query.writes.push_back(
            {WriteAction::Update, {}, targetNames(conflict.value(QLatin1String("targetList")))});
}

std::optional<SqlQuery> postgresqlCommand(const PostgreSqlNode& node)
{
    if (node.is("TruncateStmt"))
        return truncateOf(node.body);
    if (node.is("CopyStmt"))
        return copyOf(node.body);
    if (node.is("RefreshMatViewStmt")) // all its rows are replaced
        return commandOn(node.body.value(QLatin1String("relation")),
                         {WriteAction::Insert, WriteAction::Delete});
    SqlQuery command;
    if (node.is("CallStmt")) {
        QJsonObject call;
        call.insert(QLatin1String("FuncCall"), node.body.value(QLatin1String("funccall")));
        addPostgreSqlSubqueries(call, command.expressions);
        return command;
    }
    if (!node.is("LockStmt"))
        return std::nullopt;
    for (const QJsonValue& table : node.body.value(QLatin1String("relations")).toArray())
        command.ranges.push_back(tableRange(table));
    return command;
}

} // namespace cadastre

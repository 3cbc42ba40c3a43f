// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From the JSON of PostgreSQL's parse trees to SqlQuery. Node names are those of PostgreSQL's
// parsenodes.h; nodes that cannot hold a join are walked through for the queries inside them.
#pragma once

#include "model/relations/sql/sql_query.h"

#include <QJsonObject>

#include <optional>

namespace cadastre {

/// A node of the tree: `{"SelectStmt":{..}}`; an empty kind when there is none.
struct PostgreSqlNode
{
    QString kind;
    QJsonObject body;

    explicit PostgreSqlNode(const QJsonValue& value);
    [[nodiscard]] bool is(const char* wanted) const { return kind == QLatin1String(wanted); }
};

/// The strings of a list of String nodes.
QStringList postgresqlStrings(const QJsonValue& list);

SqlExpression postgresqlExpression(const QJsonValue& node);

/// Adds the subqueries, columns and calls anywhere inside `value`.
void addPostgreSqlSubqueries(const QJsonValue& value, std::vector<SqlExpression>& found);

/// Adds what INSERT, UPDATE, DELETE and MERGE write to the query that was read of them.
void addPostgreSqlWrites(const PostgreSqlNode& node, SqlQuery& query);

/// TRUNCATE, COPY, CALL, LOCK and REFRESH; absent for any other statement.
std::optional<SqlQuery> postgresqlCommand(const PostgreSqlNode& node);

/// The name of a RangeVar, without its database.
QStringList postgresqlTableName(const QJsonObject& rangeVar);

/// SELECT, INSERT, UPDATE, DELETE or MERGE; absent for any other statement.
std::optional<SqlQuery> postgresqlQuery(const PostgreSqlNode& node);

/// The body of a SelectStmt node.
SqlQuery postgresqlSelect(const QJsonObject& body);

} // namespace cadastre

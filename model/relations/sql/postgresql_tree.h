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

/// Adds the subqueries anywhere inside `value`.
void addPostgreSqlSubqueries(const QJsonValue& value, std::vector<SqlExpression>& found);

/// SELECT, INSERT, UPDATE, DELETE or MERGE; absent for any other statement.
std::optional<SqlQuery> postgresqlQuery(const PostgreSqlNode& node);

/// The body of a SelectStmt node.
SqlQuery postgresqlSelect(const QJsonObject& body);

} // namespace cadastre

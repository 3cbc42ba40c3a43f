// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Expressions of PostgreSQL's parse trees.
#include "model/relations/sql/postgresql_tree.h"

#include <QJsonArray>

namespace cadastre {

namespace {

QJsonValue treeField(const QJsonObject& body, const char* name)
{
    return body.value(QLatin1String(name));
}

SqlExpression otherTreeExpression(const QJsonValue& value)
{
    SqlExpression other;
    addPostgreSqlSubqueries(value, other.parts);
    return other;
}

SqlExpression columnReference(const QJsonObject& body)
{
    const QJsonArray fields = treeField(body, "fields").toArray();
    SqlExpression column = sqlColumn(postgresqlStrings(fields));
    if (column.name.size() < fields.size())
        column.kind = SqlExpressionKind::Star;
    return column;
}

SqlExpression treeConstant(const QJsonObject& body)
{
    if (body.contains(QLatin1String("sval")))
        return sqlLiteral(treeField(treeField(body, "sval").toObject(), "sval").toString());
    if (body.contains(QLatin1String("fval")))
        return sqlLiteral(treeField(treeField(body, "fval").toObject(), "fval").toString());
    if (body.contains(QLatin1String("ival")))
        return sqlLiteral(
            QString::number(treeField(treeField(body, "ival").toObject(), "ival").toInt()));
    return {};
}

bool isFalse(const QJsonValue& value)
{
    const PostgreSqlNode node(value);
    if (node.is("TypeCast"))
        return isFalse(treeField(node.body, "arg"));
    const QJsonValue boolean = treeField(node.body, "boolval");
    return node.is("A_Const") && boolean.isObject() &&
           !treeField(boolean.toObject(), "boolval").toBool();
}

/// The elements of `(a, b)` behind IN or of ARRAY[a, b], also behind a cast.
QJsonArray treeElements(const QJsonValue& value)
{
    const PostgreSqlNode node(value);
    if (node.is("TypeCast"))
        return treeElements(treeField(node.body, "arg"));
    return treeField(node.body, node.is("List") ? "items" : "elements").toArray();
}

SqlExpression treeOneOf(const QJsonObject& body)
{
    SqlExpression expression;
    expression.kind = SqlExpressionKind::OneOf;
    expression.parts.push_back(postgresqlExpression(treeField(body, "lexpr")));
    const QJsonArray elements = treeElements(treeField(body, "rexpr"));
    for (const QJsonValue& element : elements)
        expression.parts.push_back(postgresqlExpression(element));
    if (elements.isEmpty()) // = ANY (column)
        expression.parts.push_back(postgresqlExpression(treeField(body, "rexpr")));
    return expression;
}

SqlExpression treeOperation(const QJsonObject& body)
{
    const QString kind = treeField(body, "kind").toString();
    const QStringList name = postgresqlStrings(treeField(body, "name"));
    const bool equals = !name.isEmpty() && name.last() == QLatin1String("=");
    if (equals && (kind == QLatin1String("AEXPR_IN") || kind == QLatin1String("AEXPR_OP_ANY")))
        return treeOneOf(body);
    const bool compares =
        kind == QLatin1String("AEXPR_OP") || kind == QLatin1String("AEXPR_NOT_DISTINCT");
    if (!equals || !compares || !body.contains(QLatin1String("lexpr")))
        return otherTreeExpression(body);
    SqlExpression equality =
        sqlExpressionOf(SqlExpressionKind::Equals, postgresqlExpression(treeField(body, "lexpr")),
                        postgresqlExpression(treeField(body, "rexpr")));
    if (isFalse(treeField(body, "rexpr")))
        equality.demand = SqlDemand::False;
    return equality;
}

/// `a IS NULL`, `a IS FALSE`, `NOT a` and their like over one column; `argument` is that column.
SqlExpression treeDemand(const QJsonObject& body, const QJsonValue& argument, SqlDemand demand)
{
    if (!PostgreSqlNode(argument).is("ColumnRef"))
        return otherTreeExpression(body);
    SqlExpression demanding =
        sqlExpressionOf(SqlExpressionKind::Other, postgresqlExpression(argument));
    demanding.demand = demand;
    return demanding;
}

SqlExpression treeNullTest(const QJsonObject& body)
{
    const bool isNull = treeField(body, "nulltesttype").toString() == QLatin1String("IS_NULL");
    return isNull ? treeDemand(body, treeField(body, "arg"), SqlDemand::Null)
                  : otherTreeExpression(body);
}

SqlExpression treeBooleanTest(const QJsonObject& body)
{
    const QString test = treeField(body, "booltesttype").toString();
    const bool isFalse = test == QLatin1String("IS_FALSE") || test == QLatin1String("IS_NOT_TRUE");
    return isFalse ? treeDemand(body, treeField(body, "arg"), SqlDemand::False)
                   : otherTreeExpression(body);
}

/// `x IN (query)`, `x = ANY (query)` and `x <> ALL (query)` compare x with what the query gives;
/// so does NOT IN, which looks for rows without a partner.
SqlExpression treeSublink(const QJsonObject& body)
{
    SqlExpression query =
        sqlSubquery(postgresqlSelect(PostgreSqlNode(treeField(body, "subselect")).body));
    const QString type = treeField(body, "subLinkType").toString();
    query.exists = type == QLatin1String("EXISTS_SUBLINK");
    const QStringList name = postgresqlStrings(treeField(body, "operName"));
    const bool isIn = type == QLatin1String("ANY_SUBLINK") &&
                      (name.isEmpty() || name.last() == QLatin1String("="));
    const bool isNotIn = type == QLatin1String("ALL_SUBLINK") && !name.isEmpty() &&
                         name.last() == QLatin1String("<>");
    if (!isIn && !isNotIn && body.contains(QLatin1String("testexpr")))
        return sqlExpressionOf(SqlExpressionKind::Other,
                               postgresqlExpression(treeField(body, "testexpr")), std::move(query));
    if (!isIn && !isNotIn)
        return query;
    return sqlExpressionOf(SqlExpressionKind::Equals,
                           postgresqlExpression(treeField(body, "testexpr")), std::move(query));
}

SqlExpression treeList(SqlExpressionKind kind, const QJsonValue& list)
{
    SqlExpression expression;
    expression.kind = kind;
    for (const QJsonValue& part : list.toArray())
        expression.parts.push_back(postgresqlExpression(part));
    return expression;
}

SqlExpression treeLogic(const QJsonObject& body)
{
    const QString operation = treeField(body, "boolop").toString();
    if (operation == QLatin1String("AND_EXPR"))
        return treeList(SqlExpressionKind::And, treeField(body, "args"));
    if (operation == QLatin1String("OR_EXPR"))
        return treeList(SqlExpressionKind::Or, treeField(body, "args"));
    const PostgreSqlNode denied(treeField(body, "args").toArray().first());
    return denied.is("SubLink")
               ? treeSublink(denied.body)
               : treeDemand(body, treeField(body, "args").toArray().first(), SqlDemand::False);
}

} // namespace

PostgreSqlNode::PostgreSqlNode(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    if (object.isEmpty())
        return;
    kind = object.begin().key();
    body = object.begin().value().toObject();
}

QStringList postgresqlStrings(const QJsonValue& list)
{
    QStringList strings;
    for (const QJsonValue& value : list.toArray()) {
        const PostgreSqlNode node(value);
        if (node.is("String"))
            strings << treeField(node.body, "sval").toString();
    }
    return strings;
}

SqlExpression postgresqlExpression(const QJsonValue& value)
{
    const PostgreSqlNode node(value);
    if (node.is("ColumnRef"))
        return columnReference(node.body);
    if (node.is("A_Const"))
        return treeConstant(node.body);
    if (node.is("TypeCast") || node.is("CollateClause"))
        return postgresqlExpression(treeField(node.body, "arg"));
    if (node.is("A_Expr"))
        return treeOperation(node.body);
    if (node.is("BoolExpr"))
        return treeLogic(node.body);
    if (node.is("SubLink"))
        return treeSublink(node.body);
    if (node.is("NullTest"))
        return treeNullTest(node.body);
    if (node.is("BooleanTest"))
        return treeBooleanTest(node.body);
    if (node.is("RowExpr"))
        return treeList(SqlExpressionKind::Row, treeField(node.body, "args"));
    return otherTreeExpression(value);
}

void addPostgreSqlSubqueries(const QJsonValue& value, std::vector<SqlExpression>& found)
{
    if (value.isArray()) {
        for (const QJsonValue& element : value.toArray())
            addPostgreSqlSubqueries(element, found);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonObject body = it.value().toObject();
            if (it.key() == QLatin1String("SubLink")) {
                found.push_back(treeSublink(body));
                continue;
            }
            if (it.key() == QLatin1String("ColumnRef"))
                found.push_back(columnReference(body));
            if (it.key() == QLatin1String("FuncCall"))
                found.push_back(sqlCall(postgresqlStrings(treeField(body, "funcname")),
                                        int(treeField(body, "args").toArray().size())));
            addPostgreSqlSubqueries(it.value(), found);
        }
    }
}

} // namespace cadastre

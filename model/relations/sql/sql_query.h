// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A statement as far as joins are concerned, the same for every dialect: what it reads, under which
// names, and which conditions it states. Parsers make it, JoinCollector reads it. No names are
// looked up here.
#pragma once

#include <QStringList>

#include <memory>
#include <vector>

namespace cadastre {

struct SqlQuery;
using SqlQueryPointer = std::shared_ptr<const SqlQuery>;

enum class SqlExpressionKind : std::uint8_t {
    Other,   ///< anything; its parts may hold queries
    Column,  ///< `name`, at most catalog.schema.table.column
    Star,    ///< `*` or `t.*`: `name` is what stands before the star
    Literal, ///< string or number
    Row,     ///< (a, b)
    And,
    Or,
    Equals, ///< two parts; also `IN (query)`, `= ANY (query)` and IS NOT DISTINCT FROM
    OneOf,  ///< the first part is one of the others, which are literals
    Query,  ///< a subquery, also behind EXISTS
};

/// Casts and collations are left out: `a::text` is the column `a`.
struct SqlExpression
{
    SqlExpressionKind kind = SqlExpressionKind::Other;
    QStringList name; ///< outermost part first
    QString text;     ///< of a literal; of a column that is a string where there is none
    std::vector<SqlExpression> parts;
    SqlQueryPointer query;
};

/// One entry of FROM, or the table that a statement writes.
struct SqlRange
{
    QStringList name;          ///< of a table or common table expression; empty for others
    QString alias;             ///< empty: the last part of `name`
    QStringList columnAliases; ///< of the first columns
    SqlQueryPointer query;     ///< of a derived table
};

/// USING or NATURAL: ranges [left, right) against [right, end).
struct SqlMerge
{
    QStringList columns; ///< empty for NATURAL
    int left = 0;
    int right = 0;
    int end = 0;
};

struct SqlOutput
{
    QString name; ///< alias, or the column's own; empty for none
    SqlExpression expression;
};

/// `column = value` of UPDATE .. SET; the column is one of the first range unless qualified.
struct SqlAssignment
{
    QStringList column;
    SqlExpression value;
};

struct SqlCommonTable
{
    QString name;
    QStringList columns;
    SqlQueryPointer query;
};

/// One SELECT, INSERT, UPDATE, DELETE or MERGE; or a set operation of `branches`.
struct SqlQuery
{
    std::vector<SqlCommonTable> commonTables;
    bool recursive = false; ///< common tables may read themselves
    std::vector<SqlRange> ranges;
    std::vector<SqlMerge> merges;
    std::vector<SqlExpression> conditions;  ///< one per ON, WHERE and HAVING
    std::vector<SqlExpression> expressions; ///< whatever else may hold queries
    std::vector<SqlOutput> outputs;         ///< of VALUES, those of the first row
    std::vector<SqlAssignment> assignments;
    QStringList insertedColumns; ///< of the first range; empty when not named
    SqlQueryPointer inserted;    ///< what INSERT puts into them
    std::vector<SqlQuery>
        branches; ///< of UNION and its like; `ranges` and `outputs` are empty then
};

/// What a parser made of one text.
struct SqlScript
{
    std::vector<SqlQuery> statements;
    QStringList skipped; ///< one sentence each: what could not be read
};

inline SqlExpression sqlColumn(QStringList name)
{
    SqlExpression column;
    column.kind = SqlExpressionKind::Column;
    column.name = std::move(name);
    return column;
}

inline SqlExpression sqlLiteral(QString text)
{
    SqlExpression literal;
    literal.kind = SqlExpressionKind::Literal;
    literal.text = std::move(text);
    return literal;
}

inline SqlExpression sqlSubquery(SqlQuery query)
{
    SqlExpression expression;
    expression.kind = SqlExpressionKind::Query;
    expression.query = std::make_shared<const SqlQuery>(std::move(query));
    return expression;
}

inline SqlExpression sqlExpression(SqlExpressionKind kind, std::vector<SqlExpression> parts)
{
    SqlExpression expression;
    expression.kind = kind;
    expression.parts = std::move(parts);
    return expression;
}

inline SqlExpression sqlExpressionOf(SqlExpressionKind kind, SqlExpression first)
{
    SqlExpression expression;
    expression.kind = kind;
    expression.parts.push_back(std::move(first));
    return expression;
}

inline SqlExpression sqlExpressionOf(SqlExpressionKind kind, SqlExpression first,
                                     SqlExpression second)
{
    SqlExpression expression = sqlExpressionOf(kind, std::move(first));
    expression.parts.push_back(std::move(second));
    return expression;
}

} // namespace cadastre

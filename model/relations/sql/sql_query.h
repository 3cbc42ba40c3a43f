// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A statement as far as joins and uses are concerned, the same for every dialect: what it reads,
// writes and calls, under which names, and which conditions it states. Parsers make it,
// JoinCollector and UseCollector read it. No names are looked up here.
#pragma once

#include <QStringList>

#include <cstdint>
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

/// What a condition demands of the one column in its first part; joins and uses need not know.
enum class SqlDemand : std::uint8_t { None, Null, False };

/// Casts and collations are left out: `a::text` is the column `a`.
struct SqlExpression
{
    SqlExpressionKind kind = SqlExpressionKind::Other;
    QStringList name; ///< outermost part first
    QString text;     ///< of a literal; of a column that is a string where there is none
    std::vector<SqlExpression> parts;
    SqlQueryPointer query;
    QStringList call;    ///< of Other: the function that it calls; its arguments stand beside it
    int arguments = -1;  ///< of a call: how many; -1: not known
    bool exists = false; ///< of Query: asked only whether it has rows
    SqlDemand demand = SqlDemand::None; ///< `a IS NULL`; `NOT a`, `a = false`
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

/// What a statement does to rows of a table that it names.
struct SqlWrite
{
    enum class Action : std::uint8_t { Insert, Update, Delete, Truncate };
    Action action = Action::Insert;
    /// Name or alias of a range; empty: the first one. Of an update by assignments: as they say.
    QStringList target;
    QStringList columns; ///< besides assignments and insertedColumns
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
    QStringList insertedColumns;  ///< of the first range; empty when not named
    SqlQueryPointer inserted;     ///< what INSERT puts into them
    std::vector<SqlWrite> writes; ///< empty for a query
    std::vector<SqlQuery>
        branches; ///< of UNION and its like; `ranges` and `outputs` are empty then
};

/// What a parser made of one text.
struct SqlScript
{
    std::vector<SqlQuery> statements;
    QStringList skipped;   ///< one sentence each: what could not be read
    QStringList ownTables; ///< that the text makes itself, temporary ones for the most part
};

inline SqlExpression sqlColumn(QStringList name)
{
    SqlExpression column;
    column.kind = SqlExpressionKind::Column;
    column.name = std::move(name);
    return column;
}

inline SqlExpression sqlCall(QStringList name, int arguments = -1)
{
    SqlExpression call;
    call.call = std::move(name);
    call.arguments = arguments;
    return call;
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

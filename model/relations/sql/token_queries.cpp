// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SELECT and its FROM clause.
#include "model/relations/sql/token_reader.h"

#include <QScopedValueRollback>

#include <array>

namespace cadastre {

namespace {

constexpr int deepestTokenQuery = 50;

/// Words that cannot be an alias without AS, in either dialect.
constexpr std::array noSqlAlias{
    "JOIN",          "INNER",     "LEFT",      "RIGHT",   "FULL",      "CROSS",   "NATURAL",
    "STRAIGHT_JOIN", "ON",        "USING",     "WHERE",   "GROUP",     "HAVING",  "ORDER",
    "LIMIT",         "UNION",     "EXCEPT",    "MINUS",   "SET",       "USE",     "FORCE",
    "IGNORE",        "NOT",       "INTERSECT", "WINDOW",  "INTO",      "VALUES",  "SELECT",
    "LOCK",          "FROM",      "OFFSET",    "FETCH",   "FOR",       "DO",      "THEN",
    "PARTITION",     "RETURNING", "LOOP",      "INDEXED", "PROCEDURE", "DEFAULT", "DUPLICATE"};

} // namespace

SqlExpression SqlTokenReader::subquery()
{
    expectSymbol('(');
    SqlQuery inner = query();
    expectSymbol(')');
    return sqlSubquery(std::move(inner));
}

SqlQuery SqlTokenReader::query()
{
    const QScopedValueRollback<int> rollback(m_depth, m_depth + 2);
    SqlQuery whole;
    if (m_depth > 2 * deepestTokenQuery) {
        fail(QStringLiteral("it is nested too deeply"));
        return whole;
    }
    readCommonTables(whole);
    if (isAny({"INSERT", "UPDATE", "DELETE", "REPLACE"})) { // SQLite: WITH .. UPDATE
        SqlQuery change = statement();
        change.commonTables = std::move(whole.commonTables);
        change.recursive = whole.recursive;
        return change;
    }
    SqlQuery first = queryBlock();
    std::vector<SqlQuery> others;
    while (acceptAny({"UNION", "EXCEPT", "INTERSECT", "MINUS"})) {
        acceptAny({"ALL", "DISTINCT"});
        others.push_back(queryBlock());
    }
    if (others.empty()) {
        first.commonTables.insert(first.commonTables.begin(), whole.commonTables.begin(),
                                  whole.commonTables.end());
        first.recursive = first.recursive || whole.recursive;
        return first;
    }
    whole.branches.push_back(std::move(first));
    for (SqlQuery& other : others)
        whole.branches.push_back(std::move(other));
    return whole;
}

void SqlTokenReader::readCommonTables(SqlQuery& query)
{
    if (!accept("WITH"))
        return;
    // in SQLite the word says nothing
    query.recursive = accept("RECURSIVE") || m_engine == Engine::Sqlite;
    do {
        SqlCommonTable table;
        table.name = readName().value(0);
        if (isSymbol('('))
            table.columns = readNameList();
        if (!accept("AS"))
            return failHere();
        accept("NOT");
        accept("MATERIALIZED");
        table.query = subquery().query;
        if (accept("CYCLE"))
            skipUntil({"SELECT"}, query.expressions);
        query.commonTables.push_back(std::move(table));
    } while (acceptSymbol(','));
}

void SqlTokenReader::skipTail(SqlQuery& block)
{
    std::vector<SqlExpression> variables;
    for (bool isInto = false, more = true; more; isInto = more) {
        skipUntil(
            {"UNION", "EXCEPT", "INTERSECT", "MINUS", "ON", "RETURNING", "DO", "LOOP", "INTO"},
            isInto ? variables : block.expressions);
        more = accept("INTO");
    }
}

/// SELECT up to what ends it, a list of VALUES, or a query in parentheses.
SqlQuery SqlTokenReader::queryBlock()
{
    SqlQuery block;
    if (accept("SELECT")) {
        readSelect(block);
    } else if (acceptSymbol('(')) {
        block = query();
        expectSymbol(')');
        skipTail(block);
    } else if (acceptAny({"VALUES", "VALUE"})) {
        readValues(block);
        skipTail(block);
    } else {
        failHere();
    }
    return block;
}

void SqlTokenReader::readSelect(SqlQuery& block)
{
    while (acceptAny({"ALL", "DISTINCT", "DISTINCTROW", "HIGH_PRIORITY", "STRAIGHT_JOIN",
                      "SQL_SMALL_RESULT", "SQL_BIG_RESULT", "SQL_BUFFER_RESULT", "SQL_CACHE",
                      "SQL_NO_CACHE", "SQL_CALC_FOUND_ROWS"})) {
    }
    readOutputs(block);
    std::vector<SqlExpression> variables;
    if (accept("INTO"))
        skipUntil({"FROM"}, variables);
    if (accept("FROM"))
        readTables(block);
    if (accept("WHERE"))
        block.conditions.push_back(expression());
    if (is("GROUP"))
        skipUntil({"HAVING", "UNION", "EXCEPT", "INTERSECT", "MINUS", "ORDER", "LIMIT", "DO",
                   "LOOP", "ON", "RETURNING"},
                  block.expressions);
    if (accept("HAVING"))
        block.conditions.push_back(expression());
    if (isAny({"WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "LOCK", "INTO", "PROCEDURE"}))
        skipTail(block);
}

/// The first row are the outputs.
void SqlTokenReader::readValues(SqlQuery& query)
{
    expectSymbol('(');
    while (!atEnd() && !isSymbol(')')) {
        query.outputs.push_back({{}, expression()});
        if (!acceptSymbol(','))
            break;
    }
    expectSymbol(')');
}

void SqlTokenReader::readOutputs(SqlQuery& query)
{
    do {
        SqlOutput output;
        output.expression = expression();
        if (!output.expression.name.isEmpty())
            output.name = output.expression.name.last();
        const bool named = accept("AS");
        const bool isAlias = token().canBeName() && !token().isOneOf(noSqlAlias);
        if (named || isAlias || token().kind == TokenKind::String) {
            output.name = token().text;
            skip();
        }
        query.outputs.push_back(std::move(output));
    } while (acceptSymbol(','));
}

void SqlTokenReader::readTables(SqlQuery& query)
{
    do
        readJoins(query);
    while (acceptSymbol(','));
}

bool SqlTokenReader::skipJoinWords(bool& natural)
{
    if (accept("STRAIGHT_JOIN"))
        return true;
    std::size_t count = 0;
    while (isAny({"NATURAL", "INNER", "CROSS", "LEFT", "RIGHT", "FULL", "OUTER"}, count))
        ++count;
    if (!is("JOIN", count))
        return false;
    natural = is("NATURAL");
    return skip(count + 1);
}

void SqlTokenReader::readJoins(SqlQuery& query)
{
    const int left = static_cast<int>(query.ranges.size());
    readTableFactor(query);
    bool natural = false;
    for (int right = 0; skipJoinWords(natural); natural = false) {
        right = static_cast<int>(query.ranges.size());
        readTableFactor(query);
        readJoinCondition(query, natural, left, right);
    }
    // MariaDB: a JOIN b JOIN c ON .. ON ..
    while (isAny({"ON", "USING"}) && !isAny({"DUPLICATE", "CONFLICT"}, 1))
        readJoinCondition(query, false, left, static_cast<int>(query.ranges.size()) - 1);
}

void SqlTokenReader::readJoinCondition(SqlQuery& query, bool natural, int left, int right)
{
    QStringList columns;
    if (is("ON") && !isAny({"DUPLICATE", "CONFLICT"}, 1)) {
        skip();
        query.conditions.push_back(expression());
    } else if (accept("USING")) {
        columns = readNameList();
    }
    if (natural || !columns.isEmpty())
        query.merges.push_back({columns, left, right, static_cast<int>(query.ranges.size())});
}

void SqlTokenReader::readTableFactor(SqlQuery& query)
{
    const QScopedValueRollback<int> rollback(m_depth, m_depth + 1);
    if (m_depth > 2 * deepestTokenQuery)
        return fail(QStringLiteral("it is nested too deeply"));
    accept("LATERAL");
    if (!isSymbol('('))
        return readNamedTable(query);
    if (startsQuery(1)) {
        SqlRange range;
        range.query = subquery().query;
        readAlias(range);
        query.ranges.push_back(std::move(range));
        return;
    }
    skip();
    readTables(query);
    expectSymbol(')');
}

void SqlTokenReader::readNamedTable(SqlQuery& query)
{
    if (isAny({"WHERE", "GROUP", "ORDER", "HAVING", "ON", "USING", "JOIN", "SELECT", "FROM", "SET",
               "LIMIT", "UNION", "VALUES"}))
        return failHere();
    SqlRange range;
    range.name = readName();
    if (isSymbol('(')) { // a table function: its columns are unknown
        query.expressions.push_back(sqlCall(range.name));
        range.name.clear();
        skipParentheses(query.expressions);
    }
    if (is("PARTITION") && isSymbol('(', 1)) {
        skip();
        skipParentheses(query.expressions);
    }
    if (is("FOR") && is("SYSTEM_TIME", 1))
        readTableOptions(query);
    readAlias(range);
    query.ranges.push_back(std::move(range));
    readTableOptions(query);
}

/// Points in time and index hints.
void SqlTokenReader::readTableOptions(SqlQuery& query)
{
    if (is("FOR") && is("SYSTEM_TIME", 1)) {
        skip(2);
        if (is("AS") && is("OF", 1))
            skip(2);
        accept("TIMESTAMP");
        if (!accept("ALL"))
            query.expressions.push_back(comparison());
    }
    if (is("INDEXED") && is("BY", 1))
        skip(3);
    if (is("NOT") && is("INDEXED", 1))
        skip(2);
    while (isAny({"USE", "FORCE", "IGNORE"}) && isAny({"INDEX", "KEY"}, 1)) {
        skip(2);
        while (!atEnd() && !isSymbol('(') && isAny({"FOR", "JOIN", "ORDER", "GROUP", "BY"}))
            skip();
        if (isSymbol('('))
            skipParentheses(query.expressions);
    }
}

void SqlTokenReader::readAlias(SqlRange& range)
{
    const bool named = accept("AS");
    if (!named && (!token().canBeName() || token().isOneOf(noSqlAlias)))
        return;
    range.alias = token().text;
    skip();
    if (isSymbol('(') && range.query != nullptr)
        range.columnAliases = readNameList();
}

} // namespace cadastre

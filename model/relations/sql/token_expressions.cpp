// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Expressions by precedence: https://mariadb.com/kb/en/operator-precedence/ and
// https://sqlite.org/lang_expr.html. What cannot state a join is walked over.
#include "model/relations/sql/token_reader.h"

#include <QScopedValueRollback>

namespace cadastre {

namespace {

constexpr int deepestExpression = 100;
constexpr int longestComparison = 20; ///< a = b = c ..

} // namespace

void SqlTokenReader::addPart(SqlExpression& whole, SqlExpression part)
{
    if (part.kind != Literal)
        whole.parts.push_back(std::move(part));
}

SqlExpression SqlTokenReader::expression()
{
    const QScopedValueRollback<int> rollback(m_depth, m_depth + 1);
    if (m_depth > deepestExpression) {
        fail(QStringLiteral("it is nested too deeply"));
        return {};
    }
    SqlExpression first = conjunction();
    if (!isAny({"OR", "XOR"}))
        return first;
    bool exclusive = false;
    std::vector<SqlExpression> parts;
    parts.push_back(std::move(first));
    while (isAny({"OR", "XOR"})) {
        exclusive = exclusive || is("XOR");
        skip();
        parts.push_back(conjunction());
    }
    return sqlExpression(exclusive ? Other : Or, std::move(parts));
}

SqlExpression SqlTokenReader::conjunction()
{
    SqlExpression first = negation();
    const auto acceptAnd = [this] {
        return accept("AND") || (isSymbol('&') && isSymbol('&', 1) && skip(2));
    };
    std::vector<SqlExpression> parts;
    while (acceptAnd())
        parts.push_back(negation());
    if (parts.empty())
        return first;
    parts.insert(parts.begin(), std::move(first));
    return sqlExpression(And, std::move(parts));
}

SqlExpression SqlTokenReader::negation()
{
    bool denied = false;
    while (accept("NOT") || (isSymbol('!') && !isSymbol('=', 1) && skip()))
        denied = true;
    SqlExpression inner = comparison();
    if (!denied)
        return inner;
    const bool isColumn = inner.kind == Column;
    SqlExpression denial = sqlExpressionOf(Other, std::move(inner));
    denial.demand = isColumn ? SqlDemand::False : SqlDemand::None;
    return denial;
}

SqlExpression SqlTokenReader::comparison()
{
    SqlExpression left = arithmetic();
    for (int count = 0; count < longestComparison; ++count) {
        const std::size_t before = m_at;
        left = comparisonRest(std::move(left));
        if (m_at == before || m_failed)
            return left;
    }
    failHere();
    return left;
}

SqlExpression SqlTokenReader::comparisonRest(SqlExpression left)
{
    if (isSymbol('=') || (isSymbol('<') && isSymbol('=', 1) && isSymbol('>', 2)) || is("IS"))
        return equality(std::move(left));
    const bool denied =
        is("NOT") &&
        isAny({"IN", "LIKE", "BETWEEN", "REGEXP", "RLIKE", "GLOB", "MATCH", "NULL"}, 1);
    if (denied)
        skip();
    if (accept("IN"))
        return inList(std::move(left), denied);
    SqlExpression whole;
    if (isSymbol('<') || isSymbol('>') || isSymbol('!')) {
        skip();
        while (isSymbol('=') || isSymbol('>'))
            skip();
        if (acceptAny({"ANY", "ALL", "SOME"}) && !isSymbol('('))
            failHere();
        addPart(whole, arithmetic());
    } else if (accept("BETWEEN")) {
        addPart(whole, arithmetic());
        if (!accept("AND"))
            failHere();
        addPart(whole, arithmetic());
    } else if (acceptAny({"LIKE", "REGEXP", "RLIKE", "GLOB", "MATCH", "ESCAPE"}) ||
               (is("SOUNDS") && skip(2)) || (is("MEMBER") && skip(2))) {
        addPart(whole, arithmetic());
    } else if (!acceptAny({"ISNULL", "NOTNULL"}) && !(denied && accept("NULL"))) {
        return left;
    }
    addPart(whole, std::move(left));
    return whole;
}

/// Behind `=`, `==`, `<=>` and IS.
SqlExpression SqlTokenReader::equality(SqlExpression left)
{
    bool equal = true;
    bool isNull = false;
    if (accept("IS")) {
        const bool denied = accept("NOT");
        isNull = !denied && is("NULL") && left.kind == Column;
        const bool distinct = is("DISTINCT") && is("FROM", 1) && skip(2);
        equal = distinct ? denied : !denied && m_engine == Engine::Sqlite;
    } else {
        skip();
        while (isSymbol('=') || isSymbol('>'))
            skip();
    }
    if (acceptAny({"ALL"}))
        equal = false;
    acceptAny({"ANY", "SOME"});
    SqlExpression right = arithmetic();
    SqlExpression whole =
        sqlExpressionOf(equal ? Equals : Other, std::move(left), std::move(right));
    whole.demand = isNull ? SqlDemand::Null : SqlDemand::None;
    return whole;
}

/// NOT IN (query) compares with what the query gives, too; it looks for rows without a partner.
SqlExpression SqlTokenReader::inList(SqlExpression left, bool denied)
{
    if (isSymbol('(') && startsQuery(1))
        return sqlExpressionOf(Equals, std::move(left), subquery());
    SqlExpression list;
    if (!isSymbol('(')) {
        // SQLite: IN table
        SqlQuery inner;
        SqlRange range;
        range.name = readName();
        if (isSymbol('('))
            skipParentheses(list.parts);
        inner.ranges.push_back(std::move(range));
        addPart(list, std::move(left));
        addPart(list, sqlSubquery(std::move(inner)));
        return list;
    }
    skip();
    std::vector<SqlExpression> parts;
    parts.push_back(std::move(left));
    while (!atEnd() && !isSymbol(')')) {
        parts.push_back(expression());
        if (!acceptSymbol(','))
            break;
    }
    expectSymbol(')');
    return sqlExpression(denied ? Other : OneOf, std::move(parts));
}

/// How many tokens the operator that is next takes; 0 for none.
std::size_t SqlTokenReader::arithmeticOperator() const
{
    for (const char symbol : {'+', '*', '/', '%', '^'}) {
        if (isSymbol(symbol))
            return 1;
    }
    if (isSymbol('-'))
        return isSymbol('>', 1) ? (isSymbol('>', 2) ? 3 : 2) : 1;
    if (isSymbol('|'))
        return isSymbol('|', 1) ? 2 : 1;
    if (isSymbol('&'))
        return isSymbol('&', 1) ? 0 : 1;
    if ((isSymbol('<') && isSymbol('<', 1)) || (isSymbol('>') && isSymbol('>', 1)))
        return 2;
    return isAny({"DIV", "MOD"}) ? 1 : 0;
}

SqlExpression SqlTokenReader::arithmetic()
{
    SqlExpression first = unary();
    if (arithmeticOperator() == 0)
        return first;
    SqlExpression whole;
    addPart(whole, std::move(first));
    while (const std::size_t count = arithmeticOperator()) {
        skip(count);
        addPart(whole, unary());
    }
    return whole;
}

} // namespace cadastre

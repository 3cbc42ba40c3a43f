// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What operators stand between: names, calls, literals, parentheses, CASE, casts.
#include "model/relations/sql/token_reader.h"

namespace cadastre {

SqlExpression SqlTokenReader::unary()
{
    if (acceptSymbol('-')) {
        SqlExpression value = primary();
        return value.kind == Literal ? sqlLiteral(QString(QLatin1Char('-') + value.text))
                                     : sqlExpressionOf(Other, std::move(value));
    }
    while (acceptSymbol('+') || acceptSymbol('~') || accept("BINARY")) {
    }
    SqlExpression value = primary();
    while (accept("COLLATE"))
        readName();
    return value;
}

SqlExpression SqlTokenReader::primary()
{
    if (isSymbol('('))
        return parenthesized();
    if (acceptSymbol('*')) {
        SqlExpression star;
        star.kind = Star;
        return star;
    }
    if (token().kind == TokenKind::String || token().kind == TokenKind::Number)
        return literal();
    if (token().kind == TokenKind::Variable || acceptSymbol('?')) {
        if (token().kind == TokenKind::Variable || token().kind == TokenKind::Number)
            skip();
        return {};
    }
    if (acceptSymbol(':') || acceptSymbol('@') || acceptSymbol('$') || acceptSymbol('#')) {
        skip();
        return {};
    }
    if (is("EXISTS") && isSymbol('(', 1)) {
        skip();
        SqlExpression query = subquery();
        query.exists = true;
        return query;
    }
    if (is("CASE"))
        return caseExpression();
    if (isAny({"CAST", "CONVERT", "TRY_CAST"}) && isSymbol('(', 1))
        return castCall();
    if (is("ROW") && isSymbol('(', 1)) {
        skip();
        return parenthesized();
    }
    return nameOrCall();
}

SqlExpression SqlTokenReader::parenthesized()
{
    if (startsQuery(1))
        return subquery();
    expectSymbol('(');
    std::vector<SqlExpression> parts;
    while (!atEnd() && !isSymbol(')')) {
        parts.push_back(expression());
        if (!acceptSymbol(','))
            break;
    }
    expectSymbol(')');
    return parts.size() == 1 ? std::move(parts.front()) : sqlExpression(Row, std::move(parts));
}

SqlExpression SqlTokenReader::caseExpression()
{
    SqlExpression whole;
    skip();
    while (!atEnd() && !is("END")) {
        if (!acceptAny({"WHEN", "THEN", "ELSE"}))
            addPart(whole, expression());
    }
    if (!accept("END"))
        failHere();
    return whole;
}

/// CAST(x AS type), CONVERT(x USING charset), CONVERT(x, type): the column x.
SqlExpression SqlTokenReader::castCall()
{
    skip(2);
    SqlExpression value = expression();
    if (!isAny({"AS", "USING"}) && !isSymbol(','))
        failHere();
    std::vector<SqlExpression> none;
    skipUntil({}, none);
    expectSymbol(')');
    return value;
}

SqlExpression SqlTokenReader::literal()
{
    QString text = token().text;
    const bool isString = token().kind == TokenKind::String;
    skip();
    while (isString && token().kind == TokenKind::String) {
        text += token().text;
        skip();
    }
    return sqlLiteral(text);
}

SqlExpression SqlTokenReader::nameOrCall()
{
    if (isAny({"NULL", "TRUE", "FALSE", "DEFAULT", "UNKNOWN"})) {
        skip();
        return {};
    }
    if (is("INTERVAL") && !isSymbol('.', 1)) {
        skip();
        SqlExpression amount = expression();
        skip(); // the unit
        return sqlExpressionOf(Other, std::move(amount));
    }
    const bool isBare = token().kind == TokenKind::Word;
    const bool isQuoted = token().kind == TokenKind::QuotedName;
    SqlExpression column = sqlColumn(readName());
    if (isBare && column.name.size() == 1 && token().kind == TokenKind::String)
        return literal(); // DATE '..', _utf8mb4'..'
    if (isSymbol('.') && isSymbol('*', 1)) {
        skip(2);
        column.kind = Star;
        return column;
    }
    if (!isSymbol('(')) {
        // SQLite takes a name in double quotes that no column has for a string
        if (isQuoted && column.name.size() == 1 && m_engine == Engine::Sqlite)
            column.text = column.name.first();
        return column;
    }
    SqlExpression call = sqlCall(column.name);
    skipParentheses(call.parts);
    // MariaDB: VALUES(column) is what INSERT would have put in
    if (isBare && column.name.size() == 1 &&
        column.name.first().startsWith(QLatin1String("VALUE"), Qt::CaseInsensitive))
        call.parts.clear();
    while (acceptAny({"OVER", "FILTER", "WITHIN", "GROUP", "AGAINST"})) {
        if (isSymbol('('))
            skipParentheses(call.parts);
        else if (!isAny({"GROUP"}))
            readName();
    }
    return call;
}

} // namespace cadastre

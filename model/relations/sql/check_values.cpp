// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands between the operators of a CHECK expression: names, calls, literals, lists, CASE.
#include "model/relations/sql/check_parser.h"

namespace cadastre {

CheckTerm CheckParser::sum()
{
    std::vector<CheckTerm> parts;
    parts.push_back(value());
    while (acceptSymbol('+'))
        parts.push_back(value());
    return parts.size() == 1 ? std::move(parts.front()) : CheckTerm{Sum, {}, std::move(parts)};
}

CheckTerm CheckParser::value()
{
    const bool negative = acceptSymbol('-');
    CheckTerm term = primary();
    if (negative && term.is(Literal))
        term.text.prepend(QLatin1Char('-'));
    for (;;) {
        if (token().isSymbol(':') && token(1).isSymbol(':')) {
            step(2);
            skipType();
        } else if (accept("COLLATE")) {
            skipType();
        } else if (acceptSymbol('[')) {
            disjunction();
            expect(acceptSymbol(']'));
            term = {};
        } else {
            return term;
        }
    }
}

void CheckParser::skipType()
{
    expect(token().canBeName());
    while (token().canBeName() && !isOperatorWord()) {
        step();
        acceptSymbol('.');
    }
    if (token().isSymbol('(')) {
        step();
        list(')');
    }
    while (acceptSymbol('['))
        expect(acceptSymbol(']'));
}

bool CheckParser::isOperatorWord() const
{
    static constexpr const char* words[] = {"AND",  "OR",   "XOR",  "IS",  "IN", "NOT",    "LIKE",
                                            "THEN", "WHEN", "ELSE", "END", "AS", "BETWEEN"};
    return token().isOneOf(words);
}

CheckTerm CheckParser::list(char end)
{
    CheckTerm whole = CheckTerm{List, {}, {}};
    while (!m_failed && !token().isSymbol(end)) {
        whole.parts.push_back(disjunction());
        if (!acceptSymbol(','))
            break;
    }
    expect(acceptSymbol(end));
    return whole;
}

CheckTerm CheckParser::primary()
{
    if (acceptSymbol('(')) {
        CheckTerm inside = list(')');
        return inside.parts.size() == 1 ? std::move(inside.parts.front()) : inside;
    }
    if (token().kind == TokenKind::String || token().kind == TokenKind::Number) {
        CheckTerm literal{Literal, token().text, {}};
        step();
        return literal;
    }
    if (accept("NULL"))
        return CheckTerm{Null, {}, {}};
    if (is("CASE"))
        return caseTerm();
    if (is("CAST") && token(1).isSymbol('(')) {
        step(2);
        CheckTerm inner = disjunction();
        expect(accept("AS"));
        skipType();
        expect(acceptSymbol(')'));
        return inner;
    }
    if (is("ARRAY") && token(1).isSymbol('[')) {
        step(2);
        return list(']');
    }
    return nameOrCall();
}

CheckTerm CheckParser::caseTerm()
{
    step();
    CheckTerm whole = CheckTerm{Case, {}, {}};
    const bool simple = !is("WHEN");
    if (simple)
        disjunction();
    while (!m_failed && accept("WHEN")) {
        whole.parts.push_back(disjunction());
        expect(accept("THEN"));
        whole.parts.push_back(disjunction());
    }
    if (accept("ELSE"))
        whole.parts.push_back(disjunction());
    expect(accept("END"));
    return simple ? CheckTerm() : whole;
}

CheckTerm CheckParser::nameOrCall()
{
    expect(token().canBeName());
    QString name = token().text;
    const bool introduces = token().kind == TokenKind::Word && token(1).kind == TokenKind::String;
    step();
    if (introduces) { // _utf8mb4'..', DATE '..'
        CheckTerm literal{Literal, token().text, {}};
        step();
        return literal;
    }
    while (token().isSymbol('.') && token(1).canBeName()) {
        name = token(1).text;
        step(2);
    }
    if (!acceptSymbol('('))
        return {Column, name, {}};
    CheckTerm call = list(')');
    call.kind = Call;
    call.text = name.toLower();
    return call;
}

} // namespace cadastre

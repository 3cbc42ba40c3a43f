// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/sql/check_expression.h"

#include "model/relations/sql/check_parser.h"
#include "model/relations/sql/token_script.h"

#include <QScopedValueRollback>

namespace cadastre {

namespace {

constexpr int deepestCheck = 100;
constexpr int longestCheckComparison = 20; ///< a = b = c ..

CheckTerm checkTerm(CheckTermKind kind, std::vector<CheckTerm> parts)
{
    return {kind, {}, std::move(parts)};
}

/// Moves, where a list in braces would copy.
std::vector<CheckTerm> partsOf(CheckTerm first)
{
    std::vector<CheckTerm> parts;
    parts.push_back(std::move(first));
    return parts;
}

} // namespace

CheckTerm CheckParser::run()
{
    if (is("CHECK"))
        ++m_at;
    CheckTerm whole = disjunction();
    return m_failed || m_at < m_tokens.size() ? CheckTerm() : whole;
}

const mariadb::Token& CheckParser::token(std::size_t offset) const
{
    static const Token none{TokenKind::Broken, QString()};
    return m_failed || m_at + offset >= m_tokens.size() ? none : m_tokens[m_at + offset];
}

bool CheckParser::is(const char* word, std::size_t offset) const
{
    return token(offset).isWord(QLatin1String(word));
}

bool CheckParser::step(std::size_t count)
{
    m_at += count;
    return true;
}

CheckTerm CheckParser::disjunction()
{
    const QScopedValueRollback<int> rollback(m_depth, m_depth + 1);
    expect(m_depth < deepestCheck);
    std::vector<CheckTerm> parts = partsOf(conjunction());
    bool exclusive = false;
    while (is("OR") || is("XOR")) {
        exclusive = exclusive || is("XOR");
        step();
        parts.push_back(conjunction());
    }
    if (parts.size() == 1)
        return std::move(parts.front());
    if (!exclusive)
        return checkTerm(Or, std::move(parts));
    return parts.size() == 2 ? checkTerm(Differs, std::move(parts)) : CheckTerm();
}

CheckTerm CheckParser::conjunction()
{
    std::vector<CheckTerm> parts = partsOf(negation());
    while (accept("AND"))
        parts.push_back(negation());
    return parts.size() == 1 ? std::move(parts.front()) : checkTerm(And, std::move(parts));
}

CheckTerm CheckParser::negation()
{
    bool denied = false;
    while (accept("NOT"))
        denied = !denied;
    CheckTerm inner = comparison();
    if (!denied)
        return inner;
    if (inner.is(IsNull))
        return checkTerm(IsNotNull, std::move(inner.parts));
    if (inner.is(IsNotNull))
        return checkTerm(IsNull, std::move(inner.parts));
    return {};
}

CheckTerm CheckParser::comparison()
{
    CheckTerm left = sum();
    for (int count = 0; count < longestCheckComparison; ++count) {
        const std::size_t before = m_at;
        left = comparisonRest(std::move(left));
        if (m_failed || m_at == before)
            return left;
    }
    expect(false);
    return left;
}

CheckTerm CheckParser::comparisonRest(CheckTerm left)
{
    if (accept("IS")) {
        const bool denied = accept("NOT");
        if (accept("NULL"))
            return checkTerm(denied ? IsNotNull : IsNull, partsOf(std::move(left)));
        sum();
        return {};
    }
    if (accept("ISNULL"))
        return checkTerm(IsNull, partsOf(std::move(left)));
    if (accept("NOTNULL") || (is("NOT") && is("NULL", 1) && step(2)))
        return checkTerm(IsNotNull, partsOf(std::move(left)));
    if (acceptSymbol('='))
        return equality(std::move(left));
    if (accept("IN"))
        return inList(std::move(left), value());
    if (is("NOT") || is("LIKE") || is("ILIKE") || is("SIMILAR") || is("REGEXP") || is("RLIKE") ||
        is("GLOB") || is("BETWEEN"))
        return skippedComparison();
    return operatorRest(std::move(left));
}

CheckTerm CheckParser::equality(CheckTerm left)
{
    acceptSymbol('=');
    if (accept("ANY") || accept("SOME"))
        return inList(std::move(left), value());
    std::vector<CheckTerm> parts = partsOf(std::move(left));
    parts.push_back(sum());
    return checkTerm(Equals, std::move(parts));
}

CheckTerm CheckParser::inList(CheckTerm left, CheckTerm list)
{
    std::vector<CheckTerm> parts = partsOf(std::move(left));
    if (!list.is(List)) // one value in parentheses
        parts.push_back(std::move(list));
    else
        for (CheckTerm& part : list.parts)
            parts.push_back(std::move(part));
    return checkTerm(In, std::move(parts));
}

CheckTerm CheckParser::skippedComparison()
{
    accept("NOT");
    const bool between = is("BETWEEN");
    step();
    accept("TO");
    sum();
    if (between) {
        expect(accept("AND"));
        sum();
    }
    if (accept("ESCAPE"))
        sum();
    return {};
}

CheckTerm CheckParser::operatorRest(CheckTerm left)
{
    static const QString operators = QStringLiteral("<>!~@#&|?^%*/-");
    QString symbols;
    while (token().kind == TokenKind::Symbol && token().text.size() == 1 &&
           (operators.contains(token().text) || (!symbols.isEmpty() && token().isSymbol('=')))) {
        symbols += token().text;
        step();
    }
    if (symbols.isEmpty())
        return left;
    std::vector<CheckTerm> parts = partsOf(std::move(left));
    parts.push_back(sum());
    const bool differs = symbols == QLatin1String("<>") || symbols == QLatin1String("!=");
    return differs ? checkTerm(Differs, std::move(parts)) : CheckTerm();
}

CheckTerm parseCheck(const QString& expression, Engine engine)
{
    mariadb::SqlMode mode;
    if (engine == Engine::PostgreSql) { // its tokens differ in quotes only, as far as checks go
        mode.backslashes = mariadb::BackslashMode::Plain;
        mode.ansiQuotes = true;
    }
    return CheckParser(sqlTokens(expression, engine, mode)).run();
}

} // namespace cadastre

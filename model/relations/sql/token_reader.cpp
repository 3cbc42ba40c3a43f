// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The cursor over the tokens.
#include "model/relations/sql/token_reader.h"

#include <algorithm>

namespace cadastre {

namespace {

const mariadb::Token& noSqlToken()
{
    static const mariadb::Token none{mariadb::TokenKind::Broken, QString()};
    return none;
}

} // namespace

SqlTokenReader::SqlTokenReader(std::vector<mariadb::Token> tokens, Engine engine)
    : m_tokens(std::move(tokens))
    , m_engine(engine)
{
}

const mariadb::Token& SqlTokenReader::token(std::size_t offset) const
{
    return m_failed || m_at + offset >= m_tokens.size() ? noSqlToken() : m_tokens[m_at + offset];
}

const mariadb::Token& SqlTokenReader::previous() const
{
    return m_at == 0 ? noSqlToken() : m_tokens[m_at - 1];
}

bool SqlTokenReader::is(const char* word, std::size_t offset) const
{
    return token(offset).isWord(QLatin1String(word));
}

bool SqlTokenReader::isAny(Words words, std::size_t offset) const
{
    return token(offset).isOneOf({words.begin(), words.size()});
}

bool SqlTokenReader::isSymbol(char symbol, std::size_t offset) const
{
    return token(offset).isSymbol(symbol);
}

bool SqlTokenReader::startsQuery(std::size_t offset) const
{
    constexpr std::size_t mostParentheses = 50;
    const std::size_t end = offset + mostParentheses;
    while (offset < end && isSymbol('(', offset))
        ++offset;
    return isAny({"SELECT", "WITH", "VALUES"}, offset);
}

bool SqlTokenReader::skip(std::size_t count)
{
    if (!m_failed)
        m_at = std::min(m_at + count, m_tokens.size());
    return true;
}

void SqlTokenReader::expectSymbol(char symbol)
{
    if (!acceptSymbol(symbol))
        failHere();
}

void SqlTokenReader::fail(const QString& why)
{
    if (m_failed)
        return;
    m_failed = true;
    m_why = why;
}

void SqlTokenReader::failHere()
{
    if (m_failed)
        return;
    if (m_at >= m_tokens.size())
        return fail(QStringLiteral("it ends too early"));
    const QString text = m_tokens[m_at].text.left(40);
    if (m_tokens[m_at].kind == TokenKind::Broken)
        return fail(QStringLiteral("a quote or comment never ends (\"%1\")").arg(text));
    fail(QStringLiteral("\"%1\" was not expected there").arg(text));
}

QStringList SqlTokenReader::readName()
{
    QStringList parts;
    while (token().canBeName()) {
        parts << token().text;
        skip();
        if (!isSymbol('.') || !token(1).canBeName())
            break;
        skip();
    }
    if (parts.isEmpty())
        failHere();
    return parts;
}

QStringList SqlTokenReader::readNameList()
{
    QStringList names;
    expectSymbol('(');
    while (!atEnd() && !isSymbol(')')) {
        names << readName().value(0);
        if (!acceptSymbol(','))
            break;
    }
    expectSymbol(')');
    return names;
}

void SqlTokenReader::readMention(std::vector<SqlExpression>& mentions)
{
    SqlExpression mention = sqlColumn(readName());
    if (isSymbol('.') && isSymbol('*', 1)) {
        skip(2);
        mention.kind = Star;
    } else if (isSymbol('(')) {
        mention = sqlCall(mention.name);
    }
    mentions.push_back(std::move(mention));
}

void SqlTokenReader::skipParentheses(std::vector<SqlExpression>& queries)
{
    int depth = 0;
    do {
        if (atEnd())
            return failHere();
        if (isSymbol('(') && startsQuery(1)) {
            queries.push_back(subquery());
            continue;
        }
        if (token().canBeName()) {
            readMention(queries);
            continue;
        }
        depth += isSymbol('(') ? 1 : isSymbol(')') ? -1 : 0;
        skip();
    } while (depth > 0);
}

void SqlTokenReader::skipUntil(Words words, std::vector<SqlExpression>& queries)
{
    while (!atEnd() && !isSymbol(';') && !isSymbol(')') && !isAny(words)) {
        if (token().kind == TokenKind::Broken)
            return failHere();
        if (isSymbol('('))
            skipParentheses(queries);
        else if (token().canBeName())
            readMention(queries);
        else
            skip();
    }
}

} // namespace cadastre

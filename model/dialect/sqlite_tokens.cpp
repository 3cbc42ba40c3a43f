// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/sqlite_tokens.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('$') ||
           c.unicode() > 0x7f;
}

/// Behind the closing quote; a doubled quote does not close.
qsizetype endOfQuoted(QStringView sql, qsizetype begin, QChar quote)
{
    const bool doubles = quote != QLatin1Char(']');
    qsizetype end = begin + 1;
    while (end < sql.size()) {
        if (sql[end] != quote) {
            ++end;
        } else if (doubles && end + 1 < sql.size() && sql[end + 1] == quote) {
            end += 2;
        } else {
            return end + 1;
        }
    }
    return sql.size();
}

qsizetype endOfComment(QStringView sql, qsizetype begin)
{
    const bool isLine = sql[begin] == QLatin1Char('-');
    const qsizetype found = isLine ? sql.indexOf(QLatin1Char('\n'), begin)
                                   : sql.indexOf(QLatin1String("*/"), begin + 2);
    if (found < 0)
        return sql.size();
    return isLine ? found : found + 2;
}

bool startsComment(QStringView sql, qsizetype begin)
{
    const QStringView two = sql.mid(begin, 2);
    return two == QLatin1String("--") || two == QLatin1String("/*");
}

bool startsBlob(QStringView sql, qsizetype begin)
{
    return sql[begin].toLower() == QLatin1Char('x') && begin + 1 < sql.size() &&
           sql[begin + 1] == QLatin1Char('\'');
}

qsizetype endOfWord(QStringView sql, qsizetype begin)
{
    qsizetype end = begin;
    while (end < sql.size() && isNameCharacter(sql[end]))
        ++end;
    return end;
}

qsizetype endOfNumber(QStringView sql, qsizetype begin)
{
    qsizetype end = begin;
    while (end < sql.size()) {
        const bool isSign = (sql[end] == QLatin1Char('+') || sql[end] == QLatin1Char('-')) &&
                            sql[end - 1].toLower() == QLatin1Char('e');
        if (!isNameCharacter(sql[end]) && sql[end] != QLatin1Char('.') && !isSign)
            break;
        ++end;
    }
    return end;
}

SqliteToken tokenAt(QStringView sql, qsizetype begin)
{
    const QChar c = sql[begin];
    if (startsComment(sql, begin))
        return {SqliteTokenKind::Comment, begin, endOfComment(sql, begin)};
    if (c == QLatin1Char('\''))
        return {SqliteTokenKind::String, begin, endOfQuoted(sql, begin, c)};
    if (startsBlob(sql, begin))
        return {SqliteTokenKind::String, begin, endOfQuoted(sql, begin + 1, sql[begin + 1])};
    if (c == QLatin1Char('"') || c == QLatin1Char('`'))
        return {SqliteTokenKind::QuotedName, begin, endOfQuoted(sql, begin, c)};
    if (c == QLatin1Char('['))
        return {SqliteTokenKind::QuotedName, begin, endOfQuoted(sql, begin, QLatin1Char(']'))};
    const bool isFraction =
        c == QLatin1Char('.') && begin + 1 < sql.size() && sql[begin + 1].isDigit();
    if (c.isDigit() || isFraction)
        return {SqliteTokenKind::Number, begin, endOfNumber(sql, begin)};
    if (isNameCharacter(c))
        return {SqliteTokenKind::Word, begin, endOfWord(sql, begin)};
    return {SqliteTokenKind::Symbol, begin, begin + 1};
}

} // namespace

std::vector<SqliteToken> sqliteTokens(QStringView sql)
{
    std::vector<SqliteToken> tokens;
    qsizetype position = 0;
    while (position < sql.size()) {
        if (sql[position].isSpace()) {
            ++position;
            continue;
        }
        tokens.push_back(tokenAt(sql, position));
        position = tokens.back().end;
    }
    return tokens;
}

QString sqliteUnquoted(QStringView token)
{
    if (token.size() < 2)
        return token.toString();
    const QChar quote = token.front();
    if (quote == QLatin1Char('['))
        return token.mid(1, token.size() - 2).toString();
    static const QString quotes = QStringLiteral("\"`'");
    if (!quotes.contains(quote))
        return token.toString();
    return token.mid(1, token.size() - 2).toString().replace(QString(2, quote), QString(quote));
}

SqliteCursor::SqliteCursor(QStringView sql, const std::vector<SqliteToken>& tokens)
    : m_sql(sql)
    , m_tokens(&tokens)
    , m_end(static_cast<int>(tokens.size()))
{
}

QStringView SqliteCursor::view(int index) const
{
    const SqliteToken& one = token(index);
    return m_sql.mid(one.begin, one.end - one.begin);
}

bool SqliteCursor::symbolAt(int index, QLatin1Char symbol) const
{
    return index < m_end && token(index).kind == SqliteTokenKind::Symbol &&
           m_sql[token(index).begin] == symbol;
}

bool SqliteCursor::isWord(QLatin1String word) const
{
    return !atEnd() && token(m_position).kind == SqliteTokenKind::Word &&
           view(m_position).compare(word, Qt::CaseInsensitive) == 0;
}

bool SqliteCursor::isSymbol(QLatin1Char symbol) const
{
    return symbolAt(m_position, symbol);
}

bool SqliteCursor::isAnyWord(std::initializer_list<const char*> words) const
{
    return std::ranges::any_of(words,
                               [this](const char* word) { return isWord(QLatin1String(word)); });
}

bool SqliteCursor::acceptWord(QLatin1String word)
{
    const bool is = isWord(word);
    m_position += is ? 1 : 0;
    return is;
}

bool SqliteCursor::acceptSymbol(QLatin1Char symbol)
{
    const bool is = isSymbol(symbol);
    m_position += is ? 1 : 0;
    return is;
}

bool SqliteCursor::acceptWords(std::initializer_list<const char*> words)
{
    const int before = m_position;
    for (const char* word : words) {
        if (!acceptWord(QLatin1String(word))) {
            m_position = before;
            return false;
        }
    }
    return true;
}

QString SqliteCursor::takeName()
{
    if (atEnd())
        return {};
    return sqliteUnquoted(view(m_position++));
}

QString SqliteCursor::takeQualifiedName()
{
    const QString name = takeName();
    return acceptSymbol(QLatin1Char('.')) ? takeName() : name;
}

int SqliteCursor::closingOf(int open) const
{
    int depth = 0;
    for (int i = open; i < m_end; ++i) {
        if (symbolAt(i, QLatin1Char('(')))
            ++depth;
        else if (symbolAt(i, QLatin1Char(')')) && --depth == 0)
            return i;
    }
    return m_end;
}

std::optional<QString> SqliteCursor::takeParentheses()
{
    if (!isSymbol(QLatin1Char('(')))
        return std::nullopt;
    const int close = closingOf(m_position);
    const QString inner = text(m_position + 1, close);
    m_position = std::min(close + 1, m_end);
    return inner;
}

std::vector<SqliteCursor> SqliteCursor::takeList()
{
    std::vector<SqliteCursor> parts;
    if (!isSymbol(QLatin1Char('(')))
        return parts;
    const int close = closingOf(m_position);
    int first = m_position + 1;
    for (int i = first; i < close; ++i) {
        if (symbolAt(i, QLatin1Char('('))) {
            i = closingOf(i);
        } else if (symbolAt(i, QLatin1Char(','))) {
            parts.push_back(between(first, i));
            first = i + 1;
        }
    }
    if (first < close)
        parts.push_back(between(first, close));
    m_position = std::min(close + 1, m_end);
    return parts;
}

QString SqliteCursor::text(int first, int last) const
{
    if (first >= last)
        return {};
    return m_sql.mid(token(first).begin, token(last - 1).end - token(first).begin).toString();
}

SqliteCursor SqliteCursor::between(int first, int last) const
{
    SqliteCursor part = *this;
    part.m_position = first;
    part.m_end = last;
    return part;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb_tokens.h"

#include <QStringList>

#include <algorithm>

namespace cadastre::mariadb {

namespace {

bool isNameCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == QLatin1Char('_') ||
           character == QLatin1Char('$') || character.unicode() >= 0x80;
}

QChar unescaped(QChar character)
{
    switch (character.unicode()) {
    case '0':
        return QChar(u'\0');
    case 'n':
        return QLatin1Char('\n');
    case 'r':
        return QLatin1Char('\r');
    case 't':
        return QLatin1Char('\t');
    case 'b':
        return QLatin1Char('\b');
    case 'Z':
        return QChar(u'\x1a');
    default:
        return character;
    }
}

class Tokenizer
{
public:
    Tokenizer(const QString& sql, SqlMode mode)
        : m_sql(sql)
        , m_mode(mode)
    {
    }

    std::vector<Token> run()
    {
        while (m_at < m_sql.size() && !m_broken)
            step();
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] QChar at(qsizetype offset = 0) const
    {
        return m_at + offset < m_sql.size() ? m_sql[m_at + offset] : QChar(u'\0');
    }
    [[nodiscard]] bool startsWith(QLatin1String text) const
    {
        return QStringView(m_sql).mid(m_at).startsWith(text);
    }
    void add(TokenKind kind, const QString& text) { m_tokens.push_back({kind, text}); }
    void breakOff(qsizetype from)
    {
        add(TokenKind::Broken, m_sql.mid(from, 40));
        m_broken = true;
    }

    void step()
    {
        if (at().isSpace())
            ++m_at;
        else if (!skipComment())
            readToken();
    }

    /// `-- `, `#`, `/* */`; the marks of /*! */ are skipped and its inside is read.
    bool skipComment()
    {
        const bool dashes = startsWith(QLatin1String("--")) && (at(2).isSpace() || at(2).isNull());
        if (dashes || at() == QLatin1Char('#')) {
            const qsizetype end = m_sql.indexOf(QLatin1Char('\n'), m_at);
            m_at = end < 0 ? m_sql.size() : end + 1;
            return true;
        }
        if (m_executable && startsWith(QLatin1String("*/"))) {
            m_executable = false;
            m_at += 2;
            return true;
        }
        return startsWith(QLatin1String("/*")) && skipBlockComment();
    }

    bool skipBlockComment()
    {
        const bool plain = startsWith(QLatin1String("/*!"));
        if (plain || startsWith(QLatin1String("/*M!"))) {
            m_executable = true;
            m_at += plain ? 3 : 4;
            while (at().isDigit())
                ++m_at;
            return true;
        }
        const qsizetype end = m_sql.indexOf(QLatin1String("*/"), m_at + 2);
        if (end < 0)
            breakOff(m_at);
        m_at = end < 0 ? m_sql.size() : end + 2;
        return true;
    }

    void readToken()
    {
        const QChar first = at();
        if (first == QLatin1Char('`'))
            return readQuoted(first, TokenKind::QuotedName, BackslashMode::Plain);
        if (first == QLatin1Char('"') && m_mode.ansiQuotes)
            return readQuoted(first, TokenKind::QuotedName, BackslashMode::Plain);
        if (first == QLatin1Char('\'') || first == QLatin1Char('"'))
            return readQuoted(first, TokenKind::String, m_mode.backslashes);
        if (first == QLatin1Char('@'))
            return readVariable();
        if (first.isDigit() || (first == QLatin1Char('.') && at(1).isDigit() && !afterName()))
            return readNumber();
        if (isNameCharacter(first))
            return readWord(TokenKind::Word);
        if (first == QLatin1Char(':') && at(1) == QLatin1Char('=')) {
            add(TokenKind::Symbol, QStringLiteral(":="));
            m_at += 2;
            return;
        }
        add(TokenKind::Symbol, first);
        ++m_at;
    }

    /// Whether a dot here joins parts of a name: `t.1a` is a column.
    [[nodiscard]] bool afterName() const
    {
        return !m_tokens.empty() && m_tokens.back().canBeName();
    }

    void readQuoted(QChar quote, TokenKind kind, BackslashMode backslashes)
    {
        const qsizetype start = m_at++;
        QString text;
        for (; m_at < m_sql.size(); ++m_at) {
            if (at() == quote && at(1) == quote) {
                text += quote;
                ++m_at;
            } else if (at() == quote) {
                ++m_at;
                return add(kind, text);
            } else if (at() == QLatin1Char('\\') && backslashes == BackslashMode::Escapes) {
                text += unescaped(at(1));
                ++m_at;
            } else {
                text += at();
            }
        }
        breakOff(start);
    }

    void readVariable()
    {
        const qsizetype start = m_at++;
        while (at() == QLatin1Char('@'))
            ++m_at;
        if (at() == QLatin1Char('`') || at() == QLatin1Char('\'') || at() == QLatin1Char('"'))
            return readQuoted(at(), TokenKind::Variable, BackslashMode::Plain);
        while (isNameCharacter(at()) || (at() == QLatin1Char('.') && !at().isNull()))
            ++m_at;
        add(TokenKind::Variable, m_sql.mid(start, m_at - start));
    }

    void readNumber()
    {
        const qsizetype start = m_at;
        while (isNameCharacter(at()) || at() == QLatin1Char('.'))
            ++m_at;
        add(TokenKind::Number, m_sql.mid(start, m_at - start));
    }

    void readWord(TokenKind kind)
    {
        const qsizetype start = m_at;
        while (isNameCharacter(at()))
            ++m_at;
        add(kind, m_sql.mid(start, m_at - start));
    }

    const QString& m_sql;
    SqlMode m_mode;
    qsizetype m_at = 0;
    bool m_executable = false;
    bool m_broken = false;
    std::vector<Token> m_tokens;
};

} // namespace

bool Token::isWord(QLatin1String upperCaseWord) const
{
    return kind == TokenKind::Word && text.compare(upperCaseWord, Qt::CaseInsensitive) == 0;
}

bool Token::isOneOf(std::span<const char* const> upperCaseWords) const
{
    return kind == TokenKind::Word && std::ranges::any_of(upperCaseWords, [this](const char* word) {
               return isWord(QLatin1String(word));
           });
}

bool Token::isSymbol(char symbol) const
{
    return kind == TokenKind::Symbol && text == QLatin1Char(symbol);
}

bool Token::canBeName() const
{
    return kind == TokenKind::Word || kind == TokenKind::QuotedName;
}

SqlMode SqlMode::fromText(const QString& text)
{
    SqlMode mode;
    const QStringList words = text.split(QLatin1Char(','));
    if (words.contains(QLatin1String("NO_BACKSLASH_ESCAPES")))
        mode.backslashes = BackslashMode::Plain;
    mode.ansiQuotes =
        words.contains(QLatin1String("ANSI_QUOTES")) || words.contains(QLatin1String("ANSI"));
    return mode;
}

std::vector<Token> tokenize(const QString& sql, SqlMode mode)
{
    return Tokenizer(sql, mode).run();
}

} // namespace cadastre::mariadb

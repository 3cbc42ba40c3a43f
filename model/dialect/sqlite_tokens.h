// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tokens of an SQLite statement, by the rules of https://sqlite.org/lang_expr.html and
// tokenize.c, comments included; and a cursor over them. What a statement means is not known here.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace cadastre {

enum class SqliteTokenKind : std::uint8_t {
    Word,       ///< keyword or plain name
    QuotedName, ///< "..", `..`, [..]
    String,     ///< '..' or x'..'
    Number,
    Symbol, ///< one character
    Comment,
};

struct SqliteToken
{
    SqliteTokenKind kind = SqliteTokenKind::Symbol;
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind the last character
};

/// All tokens in order. What is not closed (string, name, comment) ends with the text.
std::vector<SqliteToken> sqliteTokens(QStringView sql);

/// A position in the tokens of a statement without its comments, between two bounds.
class SqliteCursor
{
public:
    SqliteCursor(QStringView sql, const std::vector<SqliteToken>& tokens);

    [[nodiscard]] bool atEnd() const { return m_position >= m_end; }
    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] const SqliteToken& token(int index) const
    {
        return (*m_tokens)[std::size_t(index)];
    }
    void advance() { ++m_position; }

    /// Whether the next token is this unquoted word, in any case, or this symbol.
    [[nodiscard]] bool isWord(QLatin1String word) const;
    [[nodiscard]] bool isSymbol(QLatin1Char symbol) const;
    [[nodiscard]] bool isAnyWord(std::initializer_list<const char*> words) const;
    /// Steps over the word or symbol when it is next.
    bool acceptWord(QLatin1String word);
    bool acceptSymbol(QLatin1Char symbol);
    /// Steps over all of these words when they are next; over none otherwise.
    bool acceptWords(std::initializer_list<const char*> words);

    /// The next token as a name, unquoted; steps over it.
    QString takeName();
    /// The name behind an optional `schema.`; steps over both.
    QString takeQualifiedName();
    /// The text inside the parentheses that are next, trimmed; steps over them. Absent when the
    /// next token is no `(`.
    std::optional<QString> takeParentheses();
    /// The comma separated parts inside the parentheses that are next, as cursors; steps over them.
    std::vector<SqliteCursor> takeList();
    /// The source text of the tokens from `first` up to, not including, `last`.
    [[nodiscard]] QString text(int first, int last) const;
    [[nodiscard]] QString restText() const { return text(m_position, m_end); }
    /// A cursor over the tokens from `first` up to, not including, `last`.
    [[nodiscard]] SqliteCursor between(int first, int last) const;
    [[nodiscard]] int endPosition() const { return m_end; }
    /// The position of the parenthesis that closes the one at `open`; the end when there is none.
    [[nodiscard]] int closingOf(int open) const;

private:
    [[nodiscard]] QStringView view(int index) const;
    [[nodiscard]] bool symbolAt(int index, QLatin1Char symbol) const;

    QStringView m_sql;
    const std::vector<SqliteToken>* m_tokens;
    int m_position = 0;
    int m_end = 0;
};

/// The name that a token stands for: quotes taken off, doubled ones single.
QString sqliteUnquoted(QStringView token);

} // namespace cadastre

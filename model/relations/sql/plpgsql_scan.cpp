// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A body in PL/pgSQL by its words: where statements begin and end, and what of them is SQL. The
// lexical rules are those of PostgreSQL: quotes, dollar quotes, nested comments.
#include "model/relations/sql/plpgsql_body.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cadastre {

namespace {

struct PlpgsqlToken
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

class PlpgsqlLexer
{
public:
    explicit PlpgsqlLexer(const QString& text)
        : m_text(text)
    {
    }

    std::vector<PlpgsqlToken> run()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at].isSpace() || skipComment()) {
                m_at += m_text.size() > m_at && m_text[m_at].isSpace() ? 1 : 0;
                continue;
            }
            const qsizetype begin = m_at;
            skipToken();
            m_tokens.push_back({begin, m_at});
        }
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] bool startsWith(const QString& text) const
    {
        return QStringView(m_text).sliced(m_at).startsWith(text);
    }
    [[nodiscard]] static bool isWordPart(QChar character)
    {
        return character.isLetterOrNumber() || character == QLatin1Char('_') ||
               character == QLatin1Char('$');
    }
    void skipPast(const QString& end)
    {
        const qsizetype found = m_text.indexOf(end, m_at);
        m_at = found < 0 ? m_text.size() : found + end.size();
    }

    bool skipComment()
    {
        if (startsWith(QStringLiteral("--"))) {
            skipPast(QStringLiteral("\n"));
            return true;
        }
        if (!startsWith(QStringLiteral("/*")))
            return false;
        int depth = 0;
        do {
            const bool opens = startsWith(QStringLiteral("/*"));
            const bool closes = startsWith(QStringLiteral("*/"));
            depth += opens ? 1 : closes ? -1 : 0;
            m_at += opens || closes ? 2 : 1;
        } while (depth > 0 && m_at < m_text.size());
        return true;
    }

    void skipToken()
    {
        const QChar first = m_text[m_at];
        const bool escapes = first.toLower() == QLatin1Char('e') && m_at + 1 < m_text.size() &&
                             m_text[m_at + 1] == QLatin1Char('\'');
        if (escapes)
            ++m_at;
        if (escapes || first == QLatin1Char('\'') || first == QLatin1Char('"'))
            return skipQuoted(escapes);
        if (first == QLatin1Char('$') && skipDollarQuoted())
            return;
        if (!isWordPart(first)) {
            ++m_at;
            return;
        }
        while (m_at < m_text.size() && isWordPart(m_text[m_at]))
            ++m_at;
    }

    void skipQuoted(bool escapes)
    {
        const QChar quote = m_text[m_at++];
        while (m_at < m_text.size() && m_text[m_at] != quote)
            m_at += escapes && m_text[m_at] == QLatin1Char('\\') ? 2 : 1;
        m_at = std::min(m_at + 1, m_text.size());
    }

    bool skipDollarQuoted()
    {
        const qsizetype end = m_text.indexOf(QLatin1Char('$'), m_at + 1);
        if (end < 0)
            return false;
        const QString mark = m_text.mid(m_at, end - m_at + 1);
        const auto inside = QStringView(mark).sliced(1, mark.size() - 2);
        if (!std::all_of(inside.begin(), inside.end(), isWordPart))
            return false;
        m_at = end + 1;
        skipPast(mark);
        return true;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<PlpgsqlToken> m_tokens;
};

using Words = std::initializer_list<const char*>;

class PlpgsqlScanner
{
public:
    explicit PlpgsqlScanner(const QString& text)
        : m_text(text)
        , m_tokens(PlpgsqlLexer(text).run())
    {
    }

    PlpgsqlBody run()
    {
        while (m_at < m_tokens.size())
            readStatement();
        return std::move(m_found);
    }

private:
    [[nodiscard]] QStringView token(std::size_t index) const
    {
        if (index >= m_tokens.size())
            return {};
        const PlpgsqlToken& at = m_tokens[index];
        return QStringView(m_text).sliced(at.begin, at.end - at.begin);
    }
    [[nodiscard]] bool is(std::size_t index, Words words) const
    {
        return std::ranges::any_of(words, [&](const char* word) {
            return token(index).compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
        });
    }
    [[nodiscard]] QString text(std::size_t begin, std::size_t end) const
    {
        if (begin >= end || begin >= m_tokens.size())
            return {};
        const qsizetype from = m_tokens[begin].begin;
        return m_text.mid(from, m_tokens[end - 1].end - from);
    }

    /// The next of these words outside parentheses; a semicolon or the end stops the search.
    [[nodiscard]] std::size_t next(std::size_t from, Words words) const
    {
        int depth = 0;
        for (std::size_t i = from; i < m_tokens.size(); ++i) {
            depth += is(i, {"("}) ? 1 : is(i, {")"}) ? -1 : 0;
            if (is(i, {";"}) || (depth <= 0 && is(i, words)))
                return i;
        }
        return m_tokens.size();
    }

    void readStatement()
    {
        if (is(m_at, {"select", "with", "insert", "update", "delete", "merge", "values", "call",
                      "truncate", "copy", "lock"}))
            return readSql(m_at);
        if (is(m_at, {"perform"}))
            return readPerform();
        if (is(m_at, {"return"}) && is(m_at + 1, {"query"}))
            return readQueryAt(m_at + 2);
        if (is(m_at, {"execute"}))
            return skipDynamic();
        if (is(m_at, {"for"}))
            return readLoop();
        if (is(m_at, {"if", "elsif", "elseif", "while", "when", "foreach"}))
            return readCondition();
        if (is(m_at,
               {"begin", "declare", "else", "loop", "then", "exception", ";", "<", ">", "end"})) {
            ++m_at;
            return;
        }
        readOther();
    }

    void add(const QString& query)
    {
        if (!query.isEmpty())
            m_found.queries << query;
    }

    /// Without the targets of INTO, which are variables.
    void readSql(std::size_t from)
    {
        const std::size_t end = next(from, {});
        const bool mayAssign = is(from, {"select", "with"});
        const std::size_t into = mayAssign ? std::min(next(from, {"into"}), end) : end;
        if (into == end) {
            add(text(from, end));
        } else {
            std::size_t rest = into + (is(into + 1, {"strict"}) ? 2 : 1);
            do {
                ++rest;
                while (is(rest, {"."}))
                    rest += 2;
            } while (is(rest, {","}) && ++rest < end);
            rest = std::min(rest, end);
            add(QString(text(from, into) + QLatin1Char(' ') + text(rest, end)));
        }
        m_at = end;
    }

    void readPerform()
    {
        const std::size_t end = next(m_at, {});
        add(QString(QStringLiteral("select ") + text(m_at + 1, end)));
        m_at = end;
    }

    void readQueryAt(std::size_t from)
    {
        if (is(from, {"execute"})) {
            m_at = from;
            skipDynamic();
        } else {
            readSql(from);
        }
    }

    void skipDynamic()
    {
        ++m_found.dynamicStatements;
        m_at = next(m_at, {"loop"});
    }

    /// FOR target IN query LOOP; a range of numbers is an expression.
    void readLoop()
    {
        const std::size_t in = next(m_at, {"in", "loop"});
        if (is(in + 1, {"execute"})) {
            m_at = in + 1;
            return skipDynamic();
        }
        const std::size_t end = next(in, {"loop"});
        addPlpgsqlExpression(text(in + 1, end), m_found);
        m_at = end;
    }

    void readCondition()
    {
        const std::size_t end = next(m_at, {"then", "loop"});
        addPlpgsqlExpression(text(m_at + 1, end), m_found);
        m_at = end;
    }

    /// Declarations, cursors, assignments, RETURN and everything that is no SQL.
    void readOther()
    {
        const std::size_t end = next(m_at, {});
        const std::size_t cursor = next(m_at, {"for", "is"});
        const bool opens = is(m_at, {"open"}) || std::min(next(m_at, {"cursor"}), end) < end;
        if (opens && cursor < end)
            return readQueryAt(cursor + 1);
        const bool names = is(m_at, {"return"});
        addPlpgsqlExpression(text(m_at + (names ? 1 : 0), end), m_found);
        m_at = end;
    }

    const QString& m_text;
    std::vector<PlpgsqlToken> m_tokens;
    std::size_t m_at = 0;
    PlpgsqlBody m_found;
};

} // namespace

PlpgsqlBody scanPlpgsqlBody(const QString& body)
{
    return PlpgsqlScanner(body).run();
}

} // namespace cadastre

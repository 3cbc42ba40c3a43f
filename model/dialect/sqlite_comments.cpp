// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/sqlite_comments.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

/// A comment between two significant tokens; `before` and `after` are their positions in the text.
struct Place
{
    qsizetype before = 0;    ///< end of the token before
    qsizetype after = 0;     ///< begin of the token behind
    bool startsLine = false; ///< a line break stands between the token before and the comment
    bool afterOnSameLine = false;
    bool blankLineBehind = false;
};

void append(QString& text, const QString& words)
{
    if (words.isEmpty())
        return;
    text += text.isEmpty() ? words : QLatin1Char('\n') + words;
}

class Assigner
{
public:
    Assigner(QStringView sql, const std::vector<SqliteToken>& tokens,
             const SqliteTableLayout& layout)
        : m_sql(sql)
        , m_tokens(tokens)
        , m_layout(layout)
    {
        m_result.items.resize(layout.items.size());
    }

    SqliteComments run()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (m_tokens[i].kind == SqliteTokenKind::Comment)
                assign(m_tokens[i], placeOf(i));
        }
        QString& opening =
            m_linesBeforeItems && !m_result.items.empty() ? m_result.items[0] : m_result.table;
        if (&opening == &m_result.table) {
            append(opening, m_opening);
        } else if (!m_opening.isEmpty()) {
            QString joined = m_opening;
            append(joined, opening);
            opening = joined;
        }
        return m_result;
    }

private:
    [[nodiscard]] QStringView slice(qsizetype begin, qsizetype end) const
    {
        return m_sql.mid(begin, end - begin);
    }

    [[nodiscard]] Place placeOf(std::size_t index) const
    {
        Place place;
        std::size_t before = index;
        while (before > 0 && m_tokens[before].kind == SqliteTokenKind::Comment)
            --before;
        std::size_t after = index;
        while (after < m_tokens.size() && m_tokens[after].kind == SqliteTokenKind::Comment)
            ++after;
        const SqliteToken& comment = m_tokens[index];
        place.before = m_tokens[before].end;
        place.after = after < m_tokens.size() ? m_tokens[after].begin : m_sql.size();
        place.startsLine = slice(place.before, comment.begin).contains(QLatin1Char('\n'));
        const QStringView behind = slice(comment.end, place.after);
        place.afterOnSameLine = !behind.contains(QLatin1Char('\n'));
        const QStringView toNext = slice(
            comment.end, index + 1 < m_tokens.size() ? m_tokens[index + 1].begin : m_sql.size());
        place.blankLineBehind = toNext.count(QLatin1Char('\n')) > 1;
        return place;
    }

    /// The last item that begins before `position`; absent before the first.
    [[nodiscard]] std::optional<std::size_t> itemBefore(qsizetype position) const
    {
        const auto next = std::ranges::upper_bound(
            m_layout.items, position, {},
            [](const SqliteTableLayout::Item& item) { return item.begin; });
        if (next == m_layout.items.begin())
            return std::nullopt;
        return static_cast<std::size_t>(next - m_layout.items.begin()) - 1;
    }

    void assign(const SqliteToken& comment, const Place& place)
    {
        const QString words = sqliteCommentWords(slice(comment.begin, comment.end));
        if (comment.begin < m_layout.open || comment.begin > m_layout.close) {
            append(m_result.table, words);
            return;
        }
        const std::optional<std::size_t> item = itemBefore(comment.begin);
        if (!item) {
            assignOpening(words, place);
            return;
        }
        const bool inside = comment.begin < m_layout.items[*item].end;
        const bool trailing = !place.startsLine && !isLeading(place, *item);
        if (inside || trailing) {
            append(m_result.items[*item], words);
            return;
        }
        assignToNext(words, place, *item + 1);
    }

    /// `a INT, /* of b */ b INT`: the comma stands before it, the next column behind it.
    [[nodiscard]] bool isLeading(const Place& place, std::size_t item) const
    {
        return place.afterOnSameLine && place.before > m_layout.items[item].end &&
               place.after < m_layout.close;
    }

    void assignOpening(const QString& words, const Place& place)
    {
        if (!place.startsLine && !place.afterOnSameLine)
            append(m_result.table, words);
        else if (!place.startsLine && !m_result.items.empty())
            append(m_result.items[0], words);
        else if (place.blankLineBehind)
            append(m_result.table, words);
        else
            append(m_opening, words);
    }

    void assignToNext(const QString& words, const Place& place, std::size_t next)
    {
        if (place.blankLineBehind || next >= m_result.items.size())
            return;
        m_linesBeforeItems = m_linesBeforeItems || (place.startsLine && !words.isEmpty());
        append(m_result.items[next], words);
    }

    QStringView m_sql;
    const std::vector<SqliteToken>& m_tokens;
    const SqliteTableLayout& m_layout;
    SqliteComments m_result;
    QString m_opening; ///< lines between the parenthesis and the first item
    bool m_linesBeforeItems = false;
};

} // namespace

QString sqliteCommentWords(QStringView comment)
{
    QString text = comment.toString();
    if (text.startsWith(QLatin1String("/*"))) {
        text.remove(0, 2);
        if (text.endsWith(QLatin1String("*/")))
            text.chop(2);
    }
    static const QRegularExpression marks(QStringLiteral("^[\\s*]*(--+)?[\\s*!]*"));
    QStringList lines;
    for (QString line : text.split(QLatin1Char('\n'))) {
        line.remove(marks);
        lines << line.trimmed();
    }
    const QString words = lines.join(QLatin1Char('\n')).trimmed();
    const bool isRuler = std::ranges::none_of(
        words, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
    return isRuler ? QString() : words;
}

SqliteComments sqliteComments(QStringView sql, const std::vector<SqliteToken>& tokens,
                              const SqliteTableLayout& layout)
{
    return Assigner(sql, tokens, layout).run();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb_column_line.h"

#include <algorithm>
#include <array>
#include <span>

namespace cadastre::mariadb {

namespace {

/// One replacement in a line.
struct Splice
{
    qsizetype start;
    qsizetype end;
    QByteArray text;
};

std::span<const Span> spansOfItem(const CreateTableText& table, const TableItem& item)
{
    const auto first = std::ranges::lower_bound(table.spans, item.start, {}, &Span::start);
    const auto last = std::ranges::lower_bound(table.spans, item.end, {}, &Span::start);
    return {first, last};
}

/// A column's tokens; name and type come first.
class LineWords
{
public:
    LineWords(const CreateTableText& table, const TableItem& item)
        : m_table(table)
        , m_spans(spansOfItem(table, item))
    {
    }

    [[nodiscard]] std::size_t size() const { return m_spans.size(); }
    [[nodiscard]] const Span& operator[](std::size_t i) const { return m_spans[i]; }
    [[nodiscard]] bool word(std::size_t i, const char* text) const
    {
        return i < m_spans.size() && isWord(m_table.sql, m_spans[i], text);
    }
    [[nodiscard]] bool symbol(std::size_t i, char text) const
    {
        return i < m_spans.size() && isSymbol(m_table.sql, m_spans[i], text);
    }
    [[nodiscard]] bool isString(std::size_t i) const
    {
        return i < m_spans.size() && m_spans[i].kind == SpanKind::String;
    }
    [[nodiscard]] bool typeIsOneOf(std::span<const char* const> names) const
    {
        return std::ranges::any_of(names, [this](const char* name) { return word(1, name); });
    }
    /// The word outside of parentheses; size() for none.
    [[nodiscard]] std::size_t find(const char* text) const
    {
        for (std::size_t i = 1; i < m_spans.size(); ++i) {
            if (m_spans[i].depth == 1 && word(i, text))
                return i;
        }
        return m_spans.size();
    }
    [[nodiscard]] QByteArray text(std::size_t i) const
    {
        return unquoted(m_table.sql, m_spans[i], m_table.mode);
    }

private:
    const CreateTableText& m_table;
    std::span<const Span> m_spans;
};

/// The place of the literal behind DEFAULT; absent for none, and for expressions.
std::optional<std::size_t> defaultLiteralOf(const LineWords& words)
{
    const std::size_t value = words.find("DEFAULT") + 1;
    const bool plain = words.isString(value);
    return plain ? std::optional(value) : std::nullopt;
}

bool hasBinaryUtf8(const CreateTableText& table)
{
    const std::size_t count = table.spans.size();
    for (std::size_t i = 0; i + 2 < count; ++i) {
        if (table.spans[i].start < table.optionsStart || table.spans[i].depth != 0)
            continue;
        if (isWord(table.sql, table.spans[i], "COLLATE"))
            return isWord(table.sql, table.spans[i + 2], "utf8mb4_bin");
    }
    return false;
}

/// From the type to the end of CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; 0 where the column has
/// another character set.
std::size_t endOfJsonType(const CreateTableText& table, const LineWords& words)
{
    if (!words.word(1, "longtext"))
        return 0;
    const bool names = words.word(2, "CHARACTER") && words.word(3, "SET");
    if (!names && !words.word(2, "COLLATE"))
        return hasBinaryUtf8(table) ? 2 : 0;
    if (!names)
        return words.word(3, "utf8mb4_bin") ? 4 : 0;
    return words.word(5, "COLLATE") && words.word(6, "utf8mb4_bin") ? 7 : 0;
}

/// The place of CHECK (json_valid(`its own name`)); size() for none.
std::size_t jsonCheck(const LineWords& words)
{
    const std::size_t check = words.find("CHECK");
    const bool own = words.size() == check + 7 && words.symbol(check + 1, '(') &&
                     words.word(check + 2, "json_valid") && words.symbol(check + 3, '(') &&
                     words[check + 4].kind == SpanKind::QuotedName &&
                     words.text(check + 4) == words.text(0);
    return own ? check : words.size();
}

QByteArray spliced(const CreateTableText& table, const TableItem& item, std::vector<Splice> splices)
{
    std::ranges::stable_sort(splices, {}, &Splice::start);
    QByteArray line;
    qsizetype from = item.start;
    for (const Splice& splice : splices) {
        line += table.sql.mid(from, splice.start - from) + splice.text;
        from = splice.end;
    }
    return line + table.sql.mid(from, item.end - from);
}

Splice commentSplice(const TableItem& item, const QByteArray& literal)
{
    const QByteArray clause = literal.isEmpty() ? QByteArray() : " COMMENT " + literal;
    return {item.commentStart, item.commentEnd, clause};
}

bool isDoubtful(const QByteArray& literal)
{
    return literal.contains('?');
}

} // namespace

QByteArray columnLine(const CreateTableText& table, const TableItem& column,
                      const QByteArray& commentLiteral, const ColumnFacts& facts)
{
    const LineWords words(table, column);
    std::vector<Splice> splices{commentSplice(column, commentLiteral)};
    const std::size_t typeEnd = facts.isMariaDb ? endOfJsonType(table, words) : 0;
    const std::size_t check = jsonCheck(words);
    if (typeEnd > 0 && check < words.size()) {
        splices.push_back({words[1].start, words[typeEnd - 1].end, "json"});
        splices.push_back({words[check].start - 1, column.end, {}});
    }
    if (facts.referenceSystem != 0 && facts.isMariaDb) {
        splices.push_back({words[1].end, words[1].end,
                           " REF_SYSTEM_ID=" + QByteArray::number(facts.referenceSystem)});
    }
    const std::optional<std::size_t> value = defaultLiteralOf(words);
    if (value && !facts.defaultLiteral.isEmpty())
        splices.push_back({words[*value].start, words[*value].end, facts.defaultLiteral});
    return spliced(table, column, std::move(splices));
}

QByteArray indexLine(const CreateTableText& table, const TableItem& index,
                     const QByteArray& commentLiteral)
{
    return spliced(table, index, {commentSplice(index, commentLiteral)});
}

bool isGeometry(const CreateTableText& table, const TableItem& column)
{
    static constexpr std::array types{
        "geometry",        "point",        "linestring",         "polygon",       "multipoint",
        "multilinestring", "multipolygon", "geometrycollection", "geomcollection"};
    return LineWords(table, column).typeIsOneOf(types);
}

bool hasDoubtfulDefault(const CreateTableText& table, const TableItem& column)
{
    return isDoubtful(defaultText(table, column));
}

QByteArray defaultText(const CreateTableText& table, const TableItem& column)
{
    const LineWords words(table, column);
    const std::optional<std::size_t> value = defaultLiteralOf(words);
    return value ? words.text(*value) : QByteArray();
}

bool hasDoubtfulMembers(const CreateTableText& table, const TableItem& column)
{
    static constexpr std::array types{"enum", "set"};
    const LineWords words(table, column);
    if (!words.typeIsOneOf(types))
        return false;
    for (std::size_t i = 2; i < words.size() && !(words[i].depth == 1 && words.symbol(i, ')'));
         ++i) {
        if (words.isString(i) && isDoubtful(words.text(i)))
            return true;
    }
    return false;
}

bool isStoredGenerated(const CreateTableText& table, const TableItem& column)
{
    const LineWords words(table, column);
    return words.find("GENERATED") < words.size() &&
           (words.find("STORED") < words.size() || words.find("PERSISTENT") < words.size());
}

bool isBareTimestamp(const CreateTableText& table, const TableItem& column)
{
    const LineWords words(table, column);
    return words.word(1, "timestamp") && words.find("DEFAULT") == words.size() &&
           words.find("NOT") < words.size() && words.find("GENERATED") == words.size();
}

bool namesTime(const CreateTableText& table, const TableItem& column)
{
    const LineWords words(table, column);
    return words.word(1, "timestamp") && defaultLiteralOf(words);
}

bool isSystemVersioned(const CreateTableText& table)
{
    for (std::size_t i = 0; i + 1 < table.spans.size(); ++i) {
        if (table.spans[i].start >= table.optionsStart && table.spans[i].depth == 0 &&
            isWord(table.sql, table.spans[i], "SYSTEM") &&
            isWord(table.sql, table.spans[i + 1], "VERSIONING"))
            return true;
    }
    return false;
}

} // namespace cadastre::mariadb

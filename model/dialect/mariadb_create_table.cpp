// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/dialect/mariadb_create_table.h"

#include <algorithm>

namespace cadastre::mariadb {

namespace {

class CreateTableReader
{
public:
    explicit CreateTableReader(CreateTableText& table)
        : m_table(table)
        , m_sql(table.sql)
        , m_spans(table.spans)
    {
    }

    bool read()
    {
        const std::size_t open = firstParenthesis();
        if (open == m_spans.size())
            return false;
        std::size_t from = open + 1;
        for (std::size_t i = from; i < m_spans.size(); ++i) {
            const bool closes = m_spans[i].depth == 0;
            const bool separates = m_spans[i].depth == 1 && isSymbol(m_sql, m_spans[i], ',');
            if (!closes && !separates)
                continue;
            if (i == from)
                return false;
            readItem(from, i);
            from = i + 1;
            if (closes) {
                m_table.optionsStart = m_spans[i].end;
                readOptions(i + 1);
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool word(std::size_t i, const char* text) const
    {
        return i < m_spans.size() && isWord(m_sql, m_spans[i], text);
    }

    /// Behind CREATE .. TABLE and the name; no list is a view's or a sequence's text.
    [[nodiscard]] std::size_t firstParenthesis() const
    {
        std::size_t i = 0;
        while (i < m_spans.size() && !isSymbol(m_sql, m_spans[i], '('))
            ++i;
        const bool isTable = i >= 2 && word(0, "CREATE") && (word(1, "TABLE") || word(2, "TABLE"));
        return isTable ? i : m_spans.size();
    }

    void readItem(std::size_t from, std::size_t to)
    {
        TableItem item;
        item.start = m_spans[from].start;
        item.end = endOfLine(to);
        classify(item, from);
        item.commentStart = item.commentEnd = item.end;
        for (std::size_t i = from + 1; i < to; ++i) {
            if (m_spans[i].depth != 1)
                continue;
            if (word(i, "CHECK") && item.kind == TableItemKind::Column &&
                item.commentStart == item.end) {
                item.commentStart = item.commentEnd = m_spans[i].start - 1;
            } else if (word(i, "COMMENT") && i + 1 < to &&
                       m_spans[i + 1].kind == SpanKind::String) {
                item.commentStart = m_spans[i].start - 1;
                item.commentEnd = m_spans[i + 1].end;
                item.comment = unquoted(m_sql, m_spans[i + 1], m_table.mode);
                break;
            }
        }
        m_table.items.push_back(item);
    }

    /// Behind the last byte that is no blank: the mark that closes /*! .. */ belongs to the line.
    [[nodiscard]] qsizetype endOfLine(std::size_t separator) const
    {
        qsizetype end = m_spans[separator].start;
        while (end > 0 && (m_sql[end - 1] == '\n' || m_sql[end - 1] == ' '))
            --end;
        return end;
    }

    void classify(TableItem& item, std::size_t from) const
    {
        if (m_spans[from].kind == SpanKind::QuotedName) {
            item.kind = TableItemKind::Column;
            item.name = nameOf(m_spans[from]);
            return;
        }
        if (word(from, "PRIMARY")) {
            item.kind = TableItemKind::Index;
            item.group = IndexGroup::Primary;
            item.name = QStringLiteral("PRIMARY");
            return;
        }
        const bool plain = word(from, "KEY");
        if (!plain && !word(from + 1, "KEY"))
            return;
        item.kind = TableItemKind::Index;
        if (word(from, "UNIQUE"))
            item.group = IndexGroup::Unique;
        else if (word(from, "FULLTEXT"))
            item.group = IndexGroup::FullText;
        item.name = nameOf(m_spans[from + (plain ? 1 : 2)]);
    }

    [[nodiscard]] QString nameOf(const Span& span) const
    {
        return span.kind == SpanKind::QuotedName ? textOf(unquoted(m_sql, span, m_table.mode))
                                                 : QString();
    }

    /// The comment of a partition stands in parentheses, behind the word PARTITION.
    void readOptions(std::size_t from)
    {
        m_table.commentStart = m_table.commentEnd = m_table.optionsStart;
        for (std::size_t i = from; i + 1 < m_spans.size(); ++i) {
            if (word(i, "PARTITION"))
                return;
            if (m_spans[i].depth != 0 || !word(i, "COMMENT"))
                continue;
            const std::size_t value = i + (isSymbol(m_sql, m_spans[i + 1], '=') ? 2 : 1);
            if (value >= m_spans.size() || m_spans[value].kind != SpanKind::String)
                continue;
            m_table.commentStart = m_spans[i].start - 1;
            m_table.commentEnd = m_spans[value].end;
            m_table.comment = unquoted(m_sql, m_spans[value], m_table.mode);
            return;
        }
    }

    CreateTableText& m_table;
    const QByteArray& m_sql;
    const std::vector<Span>& m_spans;
};

const TableItem* itemNamed(const std::vector<TableItem>& items, TableItemKind kind,
                           const QString& name)
{
    const auto found = std::ranges::find_if(
        items, [&](const TableItem& item) { return item.kind == kind && item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const TableItem* CreateTableText::column(const QString& name) const
{
    return itemNamed(items, TableItemKind::Column, name);
}

const TableItem* CreateTableText::index(const QString& name) const
{
    return itemNamed(items, TableItemKind::Index, name);
}

Result<CreateTableText> parseCreateTable(const QByteArray& sql, BackslashMode mode)
{
    CreateTableText table;
    table.sql = sql;
    table.mode = mode;
    Result<std::vector<Span>> spans = spansOf(sql, mode);
    if (!spans)
        return spans.error();
    table.spans = std::move(*spans);
    if (!CreateTableReader(table).read()) {
        return Error{QStringLiteral("The server's definition is not that of a table."),
                     QString::fromUtf8(sql)};
    }
    return table;
}

QByteArray withoutComments(const CreateTableText& table, const CommentedParts& parts)
{
    QByteArray text;
    qsizetype from = 0;
    const auto leaveOut = [&](qsizetype start, qsizetype end) {
        text += table.sql.mid(from, start - from);
        from = end;
    };
    for (const TableItem& item : table.items) {
        const bool column = item.kind == TableItemKind::Column && parts.columns.contains(item.name);
        const bool index = item.kind == TableItemKind::Index && parts.indexes.contains(item.name);
        if (column || index)
            leaveOut(item.commentStart, item.commentEnd);
    }
    if (parts.table)
        leaveOut(table.commentStart, table.commentEnd);
    return text + table.sql.mid(from);
}

bool sameButComments(const CreateTableText& before, const CreateTableText& after,
                     const CommentedParts& parts)
{
    return withoutComments(before, parts) == withoutComments(after, parts);
}

} // namespace cadastre::mariadb

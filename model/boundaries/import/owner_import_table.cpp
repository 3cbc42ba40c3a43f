// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads CSV, TSV and what spreadsheets write for it: fields in quotes, quotes doubled, line breaks
// inside; see owner_import_parts.h.
#include "model/boundaries/import/owner_import_parts.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

struct OwnerRow
{
    int line = 0;
    QStringList fields; ///< trimmed
};

/// Splits a whole text into rows.
class DelimitedReader
{
public:
    DelimitedReader(const QString& text, QChar delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }

    /// Fails with the line in which a quote is opened and never closed.
    Result<std::vector<OwnerRow>> rows(const QString& fileName)
    {
        std::vector<OwnerRow> result;
        while (m_at < m_text.size()) {
            OwnerRow row{m_line, {}};
            do {
                const auto field = readField();
                if (!field)
                    return ownerFileError(fileName, row.line,
                                          QStringLiteral("a double quote that is never closed"));
                row.fields << field->trimmed();
            } while (takes(m_delimiter));
            if (takes(QLatin1Char('\n')))
                ++m_line;
            const bool isBlank = row.fields.size() == 1 && row.fields.first().isEmpty();
            if (!isBlank)
                result.push_back(std::move(row));
        }
        return result;
    }

private:
    bool takes(QChar c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    [[nodiscard]] bool isAtEndOfField() const
    {
        return m_at >= m_text.size() || m_text[m_at] == m_delimiter ||
               m_text[m_at] == QLatin1Char('\n');
    }

    std::optional<QString> readField()
    {
        while (m_at < m_text.size() && m_text[m_at] == QLatin1Char(' '))
            ++m_at;
        if (takes(QLatin1Char('"')))
            return readQuoted();
        const qsizetype start = m_at;
        while (!isAtEndOfField())
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }

    /// What stands behind the closing quote belongs to the field: a quoted part of a name
    /// (`"Order".lines`) keeps its quotes.
    std::optional<QString> readQuoted()
    {
        const qsizetype start = m_at - 1;
        QString field;
        while (true) {
            if (m_at >= m_text.size())
                return std::nullopt;
            const QChar c = m_text[m_at++];
            if (c == QLatin1Char('\n'))
                ++m_line;
            if (c != QLatin1Char('"'))
                field += c;
            else if (!takes(QLatin1Char('"')))
                break;
            else
                field += c;
        }
        const qsizetype closed = m_at;
        while (!isAtEndOfField())
            ++m_at;
        const bool isWhole = QStringView(m_text).sliced(closed, m_at - closed).trimmed().isEmpty();
        return isWhole ? field : m_text.sliced(start, m_at - start);
    }

    const QString& m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
    int m_line = 1;
};

QString headerWord(const QString& field)
{
    QString word = field.trimmed().toLower();
    if (word.size() > 1 && word.startsWith(QLatin1Char('"')) && word.endsWith(QLatin1Char('"')))
        word = word.sliced(1, word.size() - 2).trimmed();
    return word;
}

QStringList headerWords(const QString& line, QChar delimiter)
{
    QStringList words;
    for (const QString& field : line.split(delimiter))
        words << headerWord(field);
    return words;
}

/// `boundary` is what our own proposals call it.
qsizetype ownerColumn(const QStringList& header)
{
    const qsizetype owner = header.indexOf(QLatin1String("owner"));
    return owner >= 0 ? owner : header.indexOf(QLatin1String("boundary"));
}

std::optional<QChar> ownerDelimiter(const QString& header)
{
    for (QChar delimiter : {QLatin1Char('\t'), QLatin1Char(';'), QLatin1Char(',')}) {
        const QStringList words = headerWords(header, delimiter);
        if (words.contains(QLatin1String("table")) && ownerColumn(words) >= 0)
            return delimiter;
    }
    return std::nullopt;
}

/// Reads rows into a sheet.
class OwnerTableReader
{
public:
    explicit OwnerTableReader(const QStringList& header)
        : m_header(header)
        , m_owner(ownerColumn(header))
    {
        const QStringList known{QStringLiteral("table"), QStringLiteral("team"),
                                QStringLiteral("kind"), QStringLiteral("parent"),
                                QStringLiteral("contact")};
        for (qsizetype i = 0; i < header.size(); ++i) {
            if (i != m_owner && !known.contains(header[i]) && !header[i].isEmpty())
                m_sheet.notes << QStringLiteral("Column %1 is not read.").arg(header[i]);
        }
    }

    void read(const OwnerRow& row)
    {
        const QString table = field(row, "table");
        const QString owner = row.fields.value(m_owner);
        if (table.isEmpty() || owner.isEmpty()) {
            note(row, table.isEmpty()
                          ? QStringLiteral("no table is named; it is left out")
                          : QStringLiteral("%1 has no owner; it is left out").arg(table));
            return;
        }
        m_sheet.statements.push_back({row.line, table, owner, false});
        Boundary& boundary = m_sheet.described[owner];
        take(row, "team", boundary.owner);
        take(row, "contact", boundary.contact);
        take(row, "parent", boundary.parent);
        QString kind =
            boundary.kind == BoundaryKind::Service ? QString() : boundaryKindName(boundary.kind);
        take(row, "kind", kind);
        if (kind.isEmpty())
            return;
        if (const auto known = boundaryKindFromName(kind.toLower()))
            boundary.kind = *known;
        else
            note(row, QStringLiteral("%1 is no kind of boundary; write service, module, shared or "
                                     "external")
                          .arg(kind));
    }

    OwnerSheet take() { return std::move(m_sheet); }

private:
    [[nodiscard]] QString field(const OwnerRow& row, const char* column) const
    {
        return row.fields.value(m_header.indexOf(QLatin1String(column)));
    }

    /// The first value counts.
    void take(const OwnerRow& row, const char* column, QString& value)
    {
        const QString written = field(row, column);
        if (written.isEmpty() || written == value)
            return;
        if (value.isEmpty())
            value = written;
        else
            note(row, QStringLiteral("%1 of %2 was %3 before, and that counts")
                          .arg(QLatin1String(column), row.fields.value(m_owner), value));
    }

    void note(const OwnerRow& row, const QString& what)
    {
        m_sheet.notes << QStringLiteral("Line %1: %2.").arg(row.line).arg(what);
    }

    QStringList m_header;
    qsizetype m_owner;
    OwnerSheet m_sheet;
};

} // namespace

bool isOwnerTableHeader(const QString& line)
{
    return ownerDelimiter(line).has_value();
}

Result<OwnerSheet> readOwnerTable(const QString& text, const QString& fileName)
{
    qsizetype start = 0; // of the header, behind blank lines and what a spreadsheet puts in front
    int line = 1;
    QString header;
    while (!isOwnerTableHeader(header)) {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), start);
        header = text.sliced(start, (end < 0 ? text.size() : end) - start);
        start = end < 0 ? text.size() : end + 1;
        ++line;
    }
    const QChar delimiter = *ownerDelimiter(header);
    OwnerTableReader reader(headerWords(header, delimiter));
    const QString body = QStringLiteral("\n").repeated(line - 1) + text.sliced(start);
    const auto rows = DelimitedReader(body, delimiter).rows(fileName);
    if (!rows)
        return rows.error();
    for (const OwnerRow& row : *rows)
        reader.read(row);
    return reader.take();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads CSV character by character; see the header.
#include "model/notes/bulk/csv_table.h"

#include <QStringDecoder>

#include <algorithm>

namespace cadastre {

namespace {

Error csvError(int line, const QString& what)
{
    return {QStringLiteral("Line %1: %2").arg(line).arg(what), {}};
}

/// The line with the first bytes that are no UTF-8; 0 where all are.
int lineWithoutUtf8(const QByteArray& data)
{
    int number = 0;
    for (qsizetype start = 0; start < data.size();) {
        const qsizetype feed = data.indexOf('\n', start);
        const qsizetype end = feed < 0 ? data.size() : feed + 1;
        ++number;
        if (!QByteArrayView(data).sliced(start, end - start).isValidUtf8())
            return number;
        start = end;
    }
    return 0;
}

Result<QString> decodedCsv(QByteArray data)
{
    if (data.startsWith("\xff\xfe") || data.startsWith("\xfe\xff"))
        return csvError(1, QStringLiteral("this file is UTF-16; save it as \"CSV UTF-8\"."));
    if (data.startsWith("\xef\xbb\xbf"))
        data.remove(0, 3);
    if (const int line = lineWithoutUtf8(data); line > 0)
        return csvError(line, QStringLiteral("these bytes are no UTF-8; save the file as "
                                             "\"CSV UTF-8\"."));
    QString text = QString::fromUtf8(data);
    if (text.contains(QChar()))
        return csvError(
            static_cast<int>(text.first(text.indexOf(QChar())).count(QLatin1Char('\n'))) + 1,
            QStringLiteral("there is a NUL character, which no comment can have."));
    return text;
}

/// Of comma, semicolon and tab the one that the first line has most of outside quotes.
QChar separatorOf(const QString& text)
{
    int counts[3] = {0, 0, 0};
    static const QString separators = QStringLiteral(",;\t");
    bool isQuoted = false;
    for (QChar c : text) {
        if (c == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == QLatin1Char('\n') || c == QLatin1Char('\r')))
            break;
        else if (const qsizetype at = separators.indexOf(c); !isQuoted && at >= 0)
            ++counts[at];
    }
    return separators[std::max_element(counts, counts + 3) - counts];
}

class CsvReader
{
public:
    explicit CsvReader(const QString& text)
        : m_text(text)
        , m_separator(separatorOf(text))
    {
    }

    Result<std::vector<CsvRow>> read()
    {
        while (m_at < m_text.size()) {
            CsvRow row{{}, m_line};
            do {
                const Result<QString> field = readField();
                if (!field)
                    return field.error();
                row.fields << *field;
            } while (take(m_separator));
            takeLineEnd();
            const bool isEmpty = row.fields.size() == 1 && row.fields.first().isEmpty();
            if (!isEmpty)
                m_rows.push_back(std::move(row));
        }
        return std::move(m_rows);
    }

private:
    bool take(QChar c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void takeLineEnd()
    {
        const bool hasReturn = take(QLatin1Char('\r'));
        if (take(QLatin1Char('\n')) || hasReturn)
            ++m_line;
    }

    [[nodiscard]] bool isAtEndOfField() const
    {
        return m_at >= m_text.size() || m_text[m_at] == m_separator ||
               m_text[m_at] == QLatin1Char('\n') || m_text[m_at] == QLatin1Char('\r');
    }

    Result<QString> readField()
    {
        if (take(QLatin1Char('"')))
            return readQuoted();
        const qsizetype start = m_at;
        for (; !isAtEndOfField(); ++m_at) {
            if (m_text[m_at] == QLatin1Char('"'))
                return csvError(m_line, QStringLiteral("a quotation mark in the middle of a field; "
                                                       "put the whole field into quotation marks, "
                                                       "those in it doubled."));
        }
        return m_text.sliced(start, m_at - start);
    }

    Result<QString> readQuoted()
    {
        const int opened = m_line;
        QString field;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c != QLatin1Char('"')) {
                field += c;
                m_line += c == QLatin1Char('\n') ? 1 : 0;
            } else if (take(QLatin1Char('"'))) {
                field += c;
            } else if (isAtEndOfField()) {
                return field;
            } else {
                return csvError(m_line, QStringLiteral("there is text behind the closing quotation "
                                                       "mark of a field."));
            }
        }
        return csvError(opened,
                        QStringLiteral("the quotation mark that opens a field here is never "
                                       "closed."));
    }

    const QString& m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<CsvRow> m_rows;
};

} // namespace

Result<std::vector<CsvRow>> parseCsv(const QByteArray& data)
{
    const Result<QString> text = decodedCsv(data);
    if (!text)
        return text.error();
    return CsvReader(*text).read();
}

} // namespace cadastre

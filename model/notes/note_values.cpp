// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The values of tags as text and back: lists of values with meanings, formats, references. A
// backslash escapes; one before any other character is itself.
#include "model/notes/note_tags.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

/// One part between separators, as written.
struct WrittenPart
{
    QStringView text;
    qsizetype equals = -1; ///< of the first `=` without a backslash
};

std::vector<WrittenPart> partsBetween(QStringView list, QChar separator)
{
    std::vector<WrittenPart> parts;
    qsizetype start = 0;
    qsizetype equals = -1;
    for (qsizetype i = 0; i <= list.size(); ++i) {
        if (i == list.size() || list[i] == separator) {
            parts.push_back({list.sliced(start, i - start), equals});
            start = i + 1;
            equals = -1;
        } else if (list[i] == QLatin1Char('\\')) {
            i = std::min(i + 1, list.size() - 1);
        } else if (list[i] == QLatin1Char('=') && equals < 0) {
            equals = i - start;
        }
    }
    return parts;
}

bool isEscapable(QChar c)
{
    return c == QLatin1Char('\\') || c == QLatin1Char(',') || c == QLatin1Char('=') ||
           c == QLatin1Char('|');
}

QString unescapedPart(QStringView written)
{
    const QStringView part = written.trimmed();
    QString text;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QChar next = i + 1 < part.size() ? part[i + 1] : QChar();
        const bool isEscape = part[i] == QLatin1Char('\\');
        if (isEscape && next == QLatin1Char('n')) {
            text += QLatin1Char('\n');
            ++i;
        } else if (isEscape && isEscapable(next)) {
            text += next;
            ++i;
        } else {
            text += part[i];
        }
    }
    return text;
}

/// On one line; blanks around it cannot be written.
QString escapedPart(const QString& text, const QString& special)
{
    QString written = text;
    written.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    written.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QString result;
    for (QChar c : written) {
        if (c == QLatin1Char('\n')) {
            result += QLatin1String("\\n");
            continue;
        }
        if (c == QLatin1Char('\\') || special.contains(c))
            result += QLatin1Char('\\');
        result += c;
    }
    return result.trimmed();
}

/// Reads `table(column, ...) when column='value'` from the left.
class ReferenceReader
{
public:
    explicit ReferenceReader(QStringView text)
        : m_rest(text.trimmed())
    {
    }

    std::optional<NoteReference> read()
    {
        NoteReference reference;
        do {
            const auto part = name();
            if (!part || reference.table.size() == 2)
                return std::nullopt;
            reference.table << *part;
        } while (take(QLatin1Char('.')));
        if (take(QLatin1Char('(')) && !readColumns(reference.columns))
            return std::nullopt;
        if (m_rest.trimmed().isEmpty())
            return reference;
        if (!readCondition(reference) || !m_rest.trimmed().isEmpty())
            return std::nullopt;
        return reference;
    }

private:
    bool take(QChar c)
    {
        m_rest = m_rest.trimmed();
        if (!m_rest.startsWith(c))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    bool readColumns(QStringList& columns)
    {
        do {
            const auto column = name();
            if (!column)
                return false;
            columns << *column;
        } while (take(QLatin1Char(',')));
        return take(QLatin1Char(')'));
    }

    bool readCondition(NoteReference& reference)
    {
        const auto when = name();
        if (when != QLatin1String("when"))
            return false;
        const auto column = name();
        if (!column || !take(QLatin1Char('=')))
            return false;
        m_rest = m_rest.trimmed();
        const auto value = quoted(QLatin1Char('\''));
        if (!value)
            return false;
        reference.whenColumn = *column;
        reference.whenValue = *value;
        return true;
    }

    std::optional<QString> name()
    {
        m_rest = m_rest.trimmed();
        if (m_rest.startsWith(QLatin1Char('"'))) {
            const auto text = quoted(QLatin1Char('"'));
            return text && !text->isEmpty() ? text : std::nullopt;
        }
        qsizetype end = 0;
        while (end < m_rest.size() &&
               (m_rest[end].isLetterOrNumber() || m_rest[end].isSurrogate() ||
                m_rest[end] == QLatin1Char('_') || m_rest[end] == QLatin1Char('$')))
            ++end;
        if (end == 0)
            return std::nullopt;
        const QString text = m_rest.first(end).toString();
        m_rest = m_rest.sliced(end);
        return text;
    }

    /// Between quotes, which are doubled inside.
    std::optional<QString> quoted(QChar quote)
    {
        if (!m_rest.startsWith(quote))
            return std::nullopt;
        QString text;
        for (qsizetype i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] != quote) {
                text += m_rest[i];
            } else if (i + 1 < m_rest.size() && m_rest[i + 1] == quote) {
                text += m_rest[i++];
            } else {
                m_rest = m_rest.sliced(i + 1);
                return text;
            }
        }
        return std::nullopt;
    }

    QStringView m_rest;
};

QString quotedReferenceName(const QString& name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[a-z_][a-z0-9_$]*\\z"));
    const bool isPlain = plain.match(name).hasMatch();
    QString text = name;
    return isPlain
               ? name
               : QString(QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                         QLatin1Char('"'));
}

} // namespace

std::vector<ValueMeaning> parseValueList(QStringView list)
{
    std::vector<ValueMeaning> values;
    for (const WrittenPart& part : partsBetween(list, QLatin1Char(','))) {
        if (part.text.trimmed().isEmpty())
            continue;
        if (part.equals < 0)
            values.push_back({unescapedPart(part.text), {}});
        else
            values.push_back({unescapedPart(part.text.first(part.equals)),
                              unescapedPart(part.text.sliced(part.equals + 1))});
    }
    return values;
}

QString printValueList(const std::vector<ValueMeaning>& values)
{
    QStringList parts;
    for (const ValueMeaning& value : values) {
        const QString meaning = escapedPart(value.meaning, QStringLiteral(","));
        const QString written = escapedPart(value.value, QStringLiteral(",="));
        if (!meaning.isEmpty())
            parts << QString(written + QLatin1Char('=') + meaning);
        else if (!written.isEmpty())
            parts << written;
    }
    return parts.join(QLatin1String(", "));
}

QStringList parseFormatList(QStringView list)
{
    QStringList formats;
    for (const WrittenPart& part : partsBetween(list, QLatin1Char('|'))) {
        if (!part.text.trimmed().isEmpty())
            formats << unescapedPart(part.text);
    }
    return formats;
}

QString printFormatList(const QStringList& formats)
{
    QStringList parts;
    for (const QString& format : formats) {
        const QString written = escapedPart(format, QStringLiteral("|"));
        if (!written.isEmpty())
            parts << written;
    }
    return parts.join(QLatin1String(" | "));
}

std::optional<NoteReference> parseNoteReference(QStringView value)
{
    return ReferenceReader(value).read();
}

QString printNoteReference(const NoteReference& reference)
{
    QStringList table;
    for (const QString& part : reference.table)
        table << quotedReferenceName(part);
    QString text = table.join(QLatin1Char('.'));
    QStringList columns;
    for (const QString& column : reference.columns)
        columns << quotedReferenceName(column);
    if (!columns.isEmpty())
        text += QLatin1Char('(') + columns.join(QLatin1String(", ")) + QLatin1Char(')');
    if (!reference.whenColumn.isEmpty()) {
        QString value = reference.whenValue;
        text += QLatin1String(" when ") + quotedReferenceName(reference.whenColumn) +
                QLatin1String("='") + value.replace(QLatin1Char('\''), QLatin1String("''")) +
                QLatin1Char('\'');
    }
    return text;
}

} // namespace cadastre

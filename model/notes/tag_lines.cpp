// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds where notes stand and changes single ones; see the header.
#include "model/notes/tag_lines.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

bool isTagLine(const QString& line)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A@[A-Za-z][A-Za-z0-9_-]*([ \\t]+[^\\r\\n]*)?\\r?\\z"));
    return pattern.match(line).hasMatch();
}

bool isBlankLine(const QString& line)
{
    return line.trimmed().isEmpty();
}

/// The line behind which a note is added; -1 for a text without any words.
qsizetype lineBeforeNote(const QStringList& lines)
{
    qsizetype last = lines.size() - 1;
    while (last >= 0 && isBlankLine(lines[last]))
        --last;
    if (last < 0 || isTagLine(lines[last]))
        return last;
    qsizetype lastOfStart = -1;
    for (qsizetype i = 0; i < lines.size() && (isBlankLine(lines[i]) || isTagLine(lines[i])); ++i) {
        if (isTagLine(lines[i]))
            lastOfStart = i;
    }
    return lastOfStart >= 0 ? lastOfStart : last;
}

QString printedTag(const QString& name, const QString& value)
{
    const QString tag = QLatin1Char('@') + name;
    return value.isEmpty() ? tag : QString(tag + QLatin1Char(' ') + value);
}

/// Of text that starts at `start`; the line must be a tag line.
TagLine tagLineAt(QStringView line, qsizetype start)
{
    const auto isTagBlank = [](QChar c) {
        return c == QLatin1Char(' ') || c == QLatin1Char('\t') || c == QLatin1Char('\r');
    };
    qsizetype nameEnd = 1;
    while (nameEnd < line.size() && !isTagBlank(line[nameEnd]))
        ++nameEnd;
    qsizetype valueEnd = line.size();
    while (valueEnd > nameEnd && isTagBlank(line[valueEnd - 1]))
        --valueEnd;
    qsizetype valueStart = nameEnd;
    while (valueStart < valueEnd && isTagBlank(line[valueStart]))
        ++valueStart;
    return {line.sliced(1, nameEnd - 1).toString(),
            line.sliced(valueStart, valueEnd - valueStart).toString(),
            start,
            start + nameEnd,
            start + valueStart,
            start + valueEnd};
}

/// Of the lines, the first and the one behind the last that are notes or blank lines between them.
std::pair<qsizetype, qsizetype> noteLines(const QStringList& lines)
{
    const auto belongs = [&](qsizetype i) { return isBlankLine(lines[i]) || isTagLine(lines[i]); };
    qsizetype first = lines.size();
    bool hasTags = false;
    while (first > 0 && belongs(first - 1))
        hasTags |= isTagLine(lines[--first]);
    if (hasTags)
        return {first, lines.size()};
    qsizetype end = 0;
    while (end < lines.size() && belongs(end))
        ++end;
    return {0, end};
}

/// The line without blanks outside quotes.
QString withoutBlanks(const QString& line)
{
    QString result;
    QChar quote;
    for (QChar c : line) {
        if (quote.isNull() && (c == QLatin1Char('"') || c == QLatin1Char('\'')))
            quote = c;
        else if (c == quote)
            quote = QChar();
        if (!quote.isNull() || !c.isSpace())
            result += c;
    }
    return result;
}

} // namespace

std::vector<TagLine> tagLinesOf(const QString& text)
{
    std::vector<TagLine> result;
    if (!text.contains(QLatin1Char('@')))
        return result;
    const QStringList lines = text.split(QLatin1Char('\n'));
    const auto [first, end] = noteLines(lines);
    qsizetype start = 0;
    for (qsizetype i = 0; i < end; ++i) {
        if (i >= first && isTagLine(lines[i]))
            result.push_back(tagLineAt(lines[i], start));
        start += lines[i].size() + 1;
    }
    return result;
}

QString withTagValue(const QString& text, const QString& name, const QString& value)
{
    for (const TagLine& line : tagLinesOf(text)) {
        if (line.name == name)
            return withTagReplaced(text, line, name, value);
    }
    return withTagLine(text, printedTag(name, value));
}

QString withTagReplaced(const QString& text, const TagLine& line, const QString& name,
                        const QString& value)
{
    QString result = text;
    if (name == line.name && !value.isEmpty() && line.valueStart > line.nameEnd)
        return result.replace(line.valueStart, line.valueEnd - line.valueStart, value);
    return result.replace(line.start, line.valueEnd - line.start, printedTag(name, value));
}

QString withTagLine(const QString& text, const QString& line)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    const qsizetype before = lineBeforeNote(lines);
    if (before < 0)
        return line;
    qsizetype end = before; // the newlines in front
    for (qsizetype i = 0; i <= before; ++i)
        end += lines[i].size();
    const bool endsInReturn = lines[before].endsWith(QLatin1Char('\r'));
    const QString ending =
        text.contains(QLatin1String("\r\n")) ? QStringLiteral("\r\n") : QStringLiteral("\n");
    QString result = text;
    return result.insert(endsInReturn ? end - 1 : end, QString(ending + line));
}

bool hasTagLine(const QString& text, const QString& line)
{
    const QString wanted = withoutBlanks(line);
    return std::ranges::any_of(text.split(QLatin1Char('\n')), [&](const QString& one) {
        return isTagLine(one) && withoutBlanks(one) == wanted;
    });
}

} // namespace cadastre

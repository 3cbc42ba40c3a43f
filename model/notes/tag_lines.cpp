// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Finds where notes stand; see the header.
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

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Takes a comment apart and puts other words into it; see the header. Which lines are notes is
// decided in tag_lines alone, so that nobody reads another block than is edited here.
#include "model/notes/comment_text.h"

#include <QStringList>

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype longestQuotedLine = 60;

bool isBlankPart(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

/// Behind the line that holds `at`, its line ending not included.
qsizetype lineContentEnd(const QString& text, qsizetype at)
{
    const qsizetype feed = text.indexOf(QLatin1Char('\n'), at);
    if (feed < 0)
        return text.size();
    return feed > at && text[feed - 1] == QLatin1Char('\r') ? feed - 1 : feed;
}

/// Where the line ending that ends at `end` begins; `end` itself without one.
qsizetype lineEndingStart(const QString& text, qsizetype end)
{
    if (end == 0 || text[end - 1] != QLatin1Char('\n'))
        return end;
    return end > 1 && text[end - 2] == QLatin1Char('\r') ? end - 2 : end - 1;
}

/// Behind the last line before `end` that is not blank, without its line ending.
qsizetype endWithoutBlankLines(const QString& text, qsizetype end)
{
    while (end > 0) {
        const qsizetype contentEnd = lineEndingStart(text, end);
        const qsizetype start =
            contentEnd == 0 ? 0 : text.lastIndexOf(QLatin1Char('\n'), contentEnd - 1) + 1;
        if (!isBlankPart(QStringView(text).sliced(start, contentEnd - start)))
            return contentEnd;
        end = start;
    }
    return 0;
}

/// The first line from `start` on that is not blank.
qsizetype startWithoutBlankLines(const QString& text, qsizetype start)
{
    while (start < text.size()) {
        const qsizetype feed = text.indexOf(QLatin1Char('\n'), start);
        const qsizetype next = feed < 0 ? text.size() : feed + 1;
        if (!isBlankPart(QStringView(text).sliced(start, next - start)))
            return start;
        start = next;
    }
    return start;
}

bool standsAboveNotes(const CommentText& parts)
{
    return parts.wordsStart <= parts.blockStart;
}

/// Lines with their endings; a carriage return alone ends one, too, as it does in editors.
QStringList linesWithEndings(const QString& text)
{
    QStringList lines;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isReturnOfPair =
            text[i] == QLatin1Char('\r') && i + 1 < text.size() && text[i + 1] == QLatin1Char('\n');
        if (isReturnOfPair || (text[i] != QLatin1Char('\n') && text[i] != QLatin1Char('\r')))
            continue;
        lines << text.sliced(start, i + 1 - start);
        start = i + 1;
    }
    lines << text.sliced(start);
    return lines;
}

QStringView withoutEnding(QStringView line)
{
    while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r')))
        line.chop(1);
    return line;
}

/// Words that were typed with plain newlines, as the text writes them: lines that were there before
/// keep their own ending, new ones get the text's.
QString withEndingsOf(const QString& words, const QString& old, const QString& ending)
{
    const bool isPlain = !old.contains(QLatin1Char('\r')) && ending == QLatin1String("\n");
    if (isPlain || words.contains(QLatin1Char('\r')))
        return words;
    const QStringList before = linesWithEndings(old);
    QStringList lines = linesWithEndings(words);
    const auto isSame = [](QStringView a, QStringView b) {
        return withoutEnding(a) == withoutEnding(b);
    };
    const qsizetype common = std::min(lines.size(), before.size());
    qsizetype head = 0;
    for (; head < common && isSame(lines[head], before[head]); ++head) {
        if (head + 1 < lines.size())
            lines[head] = head + 1 < before.size() ? before[head] : lines[head].chopped(1) + ending;
    }
    qsizetype tail = 0;
    for (; tail < common - head &&
           isSame(lines[lines.size() - 1 - tail], before[before.size() - 1 - tail]);
         ++tail)
        lines[lines.size() - 1 - tail] = before[before.size() - 1 - tail];
    for (qsizetype i = head; i < lines.size() - tail; ++i) {
        if (lines[i].endsWith(QLatin1Char('\n')))
            lines[i] = lines[i].chopped(1) + ending;
    }
    return lines.join(QString());
}

/// Blank lines between words and notes belong to neither.
QString withoutBlankLinesTowards(const CommentText& parts, const QString& words)
{
    if (parts.notes.empty())
        return words;
    return standsAboveNotes(parts) ? words.first(endWithoutBlankLines(words, words.size()))
                                   : words.sliced(startWithoutBlankLines(words, 0));
}

QString withWordsSpliced(const QString& text, const CommentText& parts, const QString& words)
{
    if (parts.notes.empty())
        return words;
    if (!standsAboveNotes(parts))
        return words.isEmpty() ? text.first(parts.blockEnd)
                               : QString(text.first(parts.wordsStart) + words);
    if (words.isEmpty())
        return text.sliced(parts.blockStart);
    const QString rest = text.sliced(parts.wordsEnd);
    const bool isOnNewLine =
        rest.startsWith(QLatin1Char('\n')) || rest.startsWith(QLatin1String("\r\n"));
    return isOnNewLine ? QString(words + rest) : QString(words + lineEndingOf(text) + rest);
}

QStringView noteBytes(const QString& text, const TagLine& note)
{
    return QStringView(text).sliced(note.start, note.valueEnd - note.start);
}

bool hasSameNotes(const QString& text, const CommentText& parts, const QString& other,
                  const CommentText& otherParts)
{
    return std::ranges::equal(parts.notes, otherParts.notes,
                              [&](const TagLine& a, const TagLine& b) {
                                  return noteBytes(text, a) == noteBytes(other, b);
                              });
}

Error wouldBeNote(const QString& text, const CommentText& parts, const CommentText& old)
{
    QString line;
    for (const TagLine& note : parts.notes) {
        const bool isOld = std::ranges::any_of(old.notes, [&](const TagLine& one) {
            return one.name == note.name && one.value == note.value;
        });
        if (!isOld || line.isEmpty())
            line = noteBytes(text, note).toString();
        if (!isOld)
            break;
    }
    if (line.size() > longestQuotedLine)
        line = QString(line.first(longestQuotedLine) + QChar(0x2026));
    return {QStringLiteral("The line \"%1\" would no longer be words but a note: add it to the "
                           "notes, or begin it with a blank.")
                .arg(line),
            {}};
}

} // namespace

CommentText parseCommentText(const QString& text)
{
    CommentText parts;
    parts.notes = tagLinesOf(text);
    if (parts.notes.empty()) {
        parts.words = text;
        parts.wordsEnd = parts.blockStart = parts.blockEnd = text.size();
        return parts;
    }
    parts.blockStart = parts.notes.front().start;
    parts.blockEnd = lineContentEnd(text, parts.notes.back().valueEnd);
    const qsizetype below = startWithoutBlankLines(text, parts.blockEnd);
    if (below < text.size()) {
        parts.wordsStart = below;
        parts.wordsEnd = text.size();
    } else {
        parts.wordsEnd = endWithoutBlankLines(text, parts.blockStart);
    }
    parts.words = text.sliced(parts.wordsStart, parts.wordsEnd - parts.wordsStart);
    return parts;
}

Result<QString> withWords(const QString& text, const QString& words)
{
    const CommentText old = parseCommentText(text);
    if (words == old.words)
        return text;
    const QString written =
        withoutBlankLinesTowards(old, withEndingsOf(words, old.words, lineEndingOf(text)));
    if (written == old.words)
        return text;
    const QString result = withWordsSpliced(text, old, written);
    const CommentText read = parseCommentText(result);
    if (read.words == written && hasSameNotes(text, old, result, read))
        return result;
    return wouldBeNote(result, read, old);
}

QString lineEndingOf(const QString& text)
{
    return text.contains(QLatin1String("\r\n")) ? QStringLiteral("\r\n") : QStringLiteral("\n");
}

QString withoutNote(const QString& text, const TagLine& note)
{
    const qsizetype contentEnd = lineContentEnd(text, note.valueEnd);
    const qsizetype feed = text.indexOf(QLatin1Char('\n'), contentEnd);
    const CommentText parts = parseCommentText(text);
    if (parts.notes.size() == 1 && standsAboveNotes(parts))
        return QString(text.first(parts.wordsEnd) + text.sliced(contentEnd));
    if (parts.notes.size() == 1)
        return QString(text.first(note.start) + text.sliced(parts.wordsStart));
    if (feed >= 0)
        return QString(text.first(note.start) + text.sliced(feed + 1));
    return QString(text.first(lineEndingStart(text, note.start)) + text.sliced(contentEnd));
}

std::optional<QString> noteValue(const QString& text, const QString& name)
{
    for (const TagLine& note : tagLinesOf(text)) {
        if (note.name == name)
            return note.value;
    }
    return std::nullopt;
}

} // namespace cadastre

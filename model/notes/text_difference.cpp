// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The inline difference of two texts: lines first, then the words of lines that changed. Merging is
// in comment_merge.cpp.
#include "model/notes/comment_merge.h"
#include "model/notes/sequence_match.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr int mostChangedLines = 500;
constexpr int mostChangedWords = 200;

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == QLatin1Char('_');
}

/// With their endings.
std::vector<QStringView> linePieces(QStringView text)
{
    std::vector<QStringView> lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype feed = text.indexOf(QLatin1Char('\n'), start);
        const qsizetype end = feed < 0 ? text.size() : feed + 1;
        lines.push_back(text.sliced(start, end - start));
        start = end;
    }
    return lines;
}

/// Words, runs of blanks, and single other characters.
std::vector<QStringView> wordPieces(QStringView text)
{
    const auto isBlank = [](QChar c) { return c.isSpace() && c != QLatin1Char('\n'); };
    std::vector<QStringView> words;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start + 1;
        if (isWordLetter(text[start])) {
            while (end < text.size() && isWordLetter(text[end]))
                ++end;
        } else if (isBlank(text[start])) {
            while (end < text.size() && isBlank(text[end]))
                ++end;
        }
        words.push_back(text.sliced(start, end - start));
        start = end;
    }
    return words;
}

/// A stretch of both texts: the same, or what became what.
struct Stretch
{
    bool same = false;
    QString removed; ///< the text itself where it is the same
    QString added;
};

bool isInlineGap(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace() && c != QLatin1Char('\n'); });
}

/// Collects stretches; two changes with nothing but blanks between them are one.
class StretchList
{
public:
    void same(QStringView text)
    {
        if (text.isEmpty())
            return;
        if (m_stretches.empty() || !m_stretches.back().same)
            m_stretches.push_back({true, {}, {}});
        m_stretches.back().removed += text;
    }

    void changed(QStringView removed, QStringView added)
    {
        if (removed.isEmpty() && added.isEmpty())
            return;
        const std::size_t count = m_stretches.size();
        if (count >= 2 && m_stretches.back().same && isInlineGap(m_stretches.back().removed)) {
            const QString gap = m_stretches.back().removed;
            m_stretches.pop_back();
            m_stretches.back().removed += gap;
            m_stretches.back().added += gap;
        }
        if (m_stretches.empty() || m_stretches.back().same)
            m_stretches.push_back({});
        m_stretches.back().removed += removed;
        m_stretches.back().added += added;
    }

    [[nodiscard]] std::vector<DifferencePart> parts() const
    {
        std::vector<DifferencePart> parts;
        for (const Stretch& stretch : m_stretches) {
            if (!stretch.removed.isEmpty())
                parts.push_back({stretch.same ? DifferenceKind::Same : DifferenceKind::Removed,
                                 stretch.removed});
            if (!stretch.added.isEmpty())
                parts.push_back({DifferenceKind::Added, stretch.added});
        }
        return parts;
    }

private:
    std::vector<Stretch> m_stretches;
};

QStringView joinedPieces(const std::vector<QStringView>& pieces, QStringView whole, qsizetype from,
                         qsizetype to)
{
    if (from >= to)
        return {};
    const qsizetype start = pieces[static_cast<std::size_t>(from)].data() - whole.data();
    const QStringView last = pieces[static_cast<std::size_t>(to - 1)];
    return whole.sliced(start, last.data() + last.size() - whole.data() - start);
}

using Pieces = std::vector<QStringView> (*)(QStringView);

/// Calls `changed` for what differs and `same` for what does not, in order.
template <typename Same, typename Changed>
void compare(QStringView before, QStringView after, Pieces piecesOf, int maxDistance, Same same,
             Changed changed)
{
    const auto beforePieces = piecesOf(before);
    const auto afterPieces = piecesOf(after);
    TextNumbers numbers;
    const auto beforeNumbers = numbers.of(beforePieces);
    const auto afterNumbers = numbers.of(afterPieces);
    auto runs = matchSequences(beforeNumbers, afterNumbers, maxDistance);
    runs.push_back({std::ssize(beforePieces), std::ssize(afterPieces), 0});
    qsizetype beforeAt = 0;
    qsizetype afterAt = 0;
    for (const MatchingRun& run : runs) {
        changed(joinedPieces(beforePieces, before, beforeAt, run.before),
                joinedPieces(afterPieces, after, afterAt, run.after));
        beforeAt = run.before + run.length;
        afterAt = run.after + run.length;
        same(joinedPieces(beforePieces, before, run.before, beforeAt));
    }
}

} // namespace

std::vector<DifferencePart> textDifference(const QString& before, const QString& after)
{
    StretchList stretches;
    const auto same = [&](QStringView text) { stretches.same(text); };
    const auto changedWords = [&](QStringView removed, QStringView added) {
        stretches.changed(removed, added);
    };
    const auto changedLines = [&](QStringView removed, QStringView added) {
        if (removed.isEmpty() || added.isEmpty())
            stretches.changed(removed, added);
        else
            compare(removed, added, wordPieces, mostChangedWords, same, changedWords);
    };
    compare(before, after, linePieces, mostChangedLines, same, changedLines);
    return stretches.parts();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The three-way merge of comments: lines of the words are merged as in diff3, each note is a unit
// of its own. Mine is the text that stays; what they changed is put into it.
#include "model/notes/comment_merge.h"

#include "model/notes/comment_text.h"
#include "model/notes/note_tags.h"
#include "model/notes/sequence_match.h"

#include <algorithm>
#include <optional>
#include <set>

namespace cadastre {

namespace {

constexpr int mostMergedLines = 500; // that differ
constexpr std::size_t mostMergedNotes = 200;

std::vector<QStringView> wordLines(QStringView words)
{
    std::vector<QStringView> lines;
    for (qsizetype start = 0; !words.isEmpty() && start <= words.size();) {
        const qsizetype feed = words.indexOf(QLatin1Char('\n'), start);
        const qsizetype end = feed < 0 ? words.size() : feed;
        const bool isPair = feed > start && words[feed - 1] == QLatin1Char('\r');
        lines.push_back(words.sliced(start, end - start - (isPair ? 1 : 0)));
        start = end + 1;
    }
    return lines;
}

/// Three versions of the words, line by line.
class WordMerge
{
public:
    WordMerge(QStringView base, QStringView mine, QStringView theirs)
        : m_base(wordLines(base))
        , m_mine(wordLines(mine))
        , m_theirs(wordLines(theirs))
    {
        TextNumbers numbers;
        const auto baseNumbers = numbers.of(m_base);
        m_inMine = positions(baseNumbers, numbers.of(m_mine));
        m_inTheirs = positions(baseNumbers, numbers.of(m_theirs));
    }

    /// With plain newlines; what clashes stands there as mine, then theirs.
    QString merged()
    {
        qsizetype base = 0;
        qsizetype mine = 0;
        qsizetype theirs = 0;
        for (qsizetype i = 0; i <= std::ssize(m_base); ++i) {
            const qsizetype mineEnd = m_inMine[static_cast<std::size_t>(i)];
            const qsizetype theirsEnd = m_inTheirs[static_cast<std::size_t>(i)];
            if (mineEnd < 0 || theirsEnd < 0)
                continue;
            takeChange({base, i}, {mine, mineEnd}, {theirs, theirsEnd});
            if (i < std::ssize(m_base))
                m_lines << m_base[static_cast<std::size_t>(i)].toString();
            base = i + 1;
            mine = mineEnd + 1;
            theirs = theirsEnd + 1;
        }
        return m_lines.join(QLatin1Char('\n'));
    }

    [[nodiscard]] bool isClean() const { return m_isClean; }

private:
    using Range = std::pair<qsizetype, qsizetype>;
    using Lines = std::vector<QStringView>;

    /// Where each line of the base stands; -1 where it does not; the end behind the last.
    static std::vector<qsizetype> positions(const std::vector<int>& base,
                                            const std::vector<int>& other)
    {
        std::vector<qsizetype> result(base.size() + 1, -1);
        for (const MatchingRun& run : matchSequences(base, other, mostMergedLines)) {
            for (qsizetype i = 0; i < run.length; ++i)
                result[static_cast<std::size_t>(run.before + i)] = run.after + i;
        }
        result.back() = std::ssize(other);
        return result;
    }

    static Lines part(const Lines& lines, Range range)
    {
        return {lines.begin() + range.first, lines.begin() + range.second};
    }

    void take(const Lines& lines)
    {
        for (QStringView line : lines)
            m_lines << line.toString();
    }

    void takeChange(Range baseRange, Range mineRange, Range theirsRange)
    {
        const Lines base = part(m_base, baseRange);
        const Lines mine = part(m_mine, mineRange);
        const Lines theirs = part(m_theirs, theirsRange);
        if (mine != base)
            take(mine);
        if (theirs != base && theirs != mine)
            take(theirs);
        if (mine == base && theirs == base)
            take(base);
        m_isClean = m_isClean && (mine == base || theirs == base || mine == theirs);
    }

    Lines m_base;
    Lines m_mine;
    Lines m_theirs;
    std::vector<qsizetype> m_inMine;
    std::vector<qsizetype> m_inTheirs;
    QStringList m_lines;
    bool m_isClean = true;
};

using Notes = std::vector<TagLine>;

QStringList valuesNamed(const Notes& notes, const QString& name)
{
    QStringList values;
    for (const TagLine& note : notes) {
        if (note.name == name)
            values << note.value;
    }
    return values;
}

/// `values` without those of `others`, each taken away once.
QStringList withoutThose(QStringList values, const QStringList& others)
{
    for (const QString& other : others)
        values.removeOne(other);
    return values;
}

/// Puts what they changed in the notes into my text, name by name.
class NoteMerge
{
public:
    NoteMerge(const Notes& base, const Notes& mine, const Notes& theirs, const QString& text)
        : m_base(base)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_text(text)
    {
    }

    QString merged()
    {
        QStringList names;
        for (const Notes* notes : {&m_base, &m_theirs}) {
            for (const TagLine& note : *notes) {
                if (!names.contains(note.name))
                    names << note.name;
            }
        }
        for (const QString& name : names) {
            const QStringList base = valuesNamed(m_base, name);
            const QStringList mine = valuesNamed(m_mine, name);
            const QStringList theirs = valuesNamed(m_theirs, name);
            if (base.size() <= 1 && mine.size() <= 1 && theirs.size() <= 1)
                mergeOne(name, base, mine, theirs);
            else
                mergeSeveral(name, base, mine, theirs);
        }
        return m_text;
    }

    [[nodiscard]] bool isClean() const { return m_isClean; }

private:
    void mergeOne(const QString& name, const QStringList& base, const QStringList& mine,
                  const QStringList& theirs)
    {
        if (theirs == base || theirs == mine)
            return;
        if (mine == base) {
            if (theirs.isEmpty())
                remove(name, mine.first());
            else if (mine.isEmpty())
                add(name, theirs.first());
            else
                replace(name, mine.first(), theirs.first());
            return;
        }
        const NoteTag* tag = noteTag(name);
        const bool addsUp = base.isEmpty() && !(tag != nullptr && tag->once);
        m_isClean = m_isClean && addsUp;
        if (!theirs.isEmpty())
            add(name, theirs.first());
    }

    void mergeSeveral(const QString& name, const QStringList& base, const QStringList& mine,
                      const QStringList& theirs)
    {
        const QStringList removedByMe = withoutThose(base, mine);
        const QStringList addedByMe = withoutThose(mine, base);
        QStringList removed = withoutThose(base, theirs);
        const QStringList added = withoutThose(withoutThose(theirs, base), addedByMe);
        const bool changedBoth = withoutThose(removed, removedByMe).size() < removed.size();
        m_isClean = m_isClean && (!changedBoth || added.isEmpty());
        for (const QString& value : withoutThose(removed, removedByMe))
            remove(name, value);
        for (const QString& value : added)
            add(name, value);
    }

    [[nodiscard]] std::optional<TagLine> find(const QString& name, const QString& value) const
    {
        for (const TagLine& note : tagLinesOf(m_text)) {
            if (note.name == name && note.value == value)
                return note;
        }
        return std::nullopt;
    }

    void remove(const QString& name, const QString& value)
    {
        if (const auto note = find(name, value))
            m_text = withoutNote(m_text, *note);
    }

    void replace(const QString& name, const QString& old, const QString& value)
    {
        if (const auto note = find(name, old))
            m_text = withTagReplaced(m_text, *note, name, value);
    }

    void add(const QString& name, const QString& value)
    {
        const QString tag = QLatin1Char('@') + name;
        m_text =
            withTagLine(m_text, value.isEmpty() ? tag : QString(tag + QLatin1Char(' ') + value));
    }

    const Notes& m_base;
    const Notes& m_mine;
    const Notes& m_theirs;
    QString m_text;
    bool m_isClean = true;
};

CommentMerge oneAfterTheOther(const QString& mine, const QString& theirs)
{
    if (mine.isEmpty() || theirs.isEmpty())
        return {mine.isEmpty() ? theirs : mine, false};
    return {QString(mine + lineEndingOf(mine) + theirs), false};
}

} // namespace

CommentMerge mergeComments(const QString& base, const QString& mine, const QString& theirs)
{
    if (mine == theirs || theirs == base)
        return {mine, true};
    if (mine == base)
        return {theirs, true};
    const CommentText baseParts = parseCommentText(base);
    const CommentText mineParts = parseCommentText(mine);
    const CommentText theirParts = parseCommentText(theirs);
    const std::size_t mostNotes =
        std::max({baseParts.notes.size(), mineParts.notes.size(), theirParts.notes.size()});
    if (mostNotes > mostMergedNotes)
        return oneAfterTheOther(mine, theirs);
    WordMerge words(baseParts.words, mineParts.words, theirParts.words);
    const Result<QString> text = withWords(mine, words.merged());
    if (!text)
        return oneAfterTheOther(mine, theirs);
    NoteMerge notes(baseParts.notes, mineParts.notes, theirParts.notes, *text);
    const QString merged = notes.merged();
    return {merged, words.isClean() && notes.isClean()};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Identifier endings first, then the longest word of a table at either end; see the header.
#include "model/relations/profile/glued_words.h"

#include "model/relations/names/word_roles.h"

namespace cadastre {

namespace {

constexpr qsizetype shortestGlued = 5;     ///< a word of less letters is one word
constexpr qsizetype shortestTableWord = 4; ///< at one end of a longer word
constexpr qsizetype shortestKnown = 5;     ///< a known word beside an unknown one

const QStringList& gluedEndings()
{
    static const QStringList endings{QStringLiteral("uuid"), QStringLiteral("guid"),
                                     QStringLiteral("code"), QStringLiteral("id"),
                                     QStringLiteral("key"),  QStringLiteral("no"),
                                     QStringLiteral("nr")};
    return endings;
}

/// Words that only look as if they ended in an identifier.
bool endsByChance(const QString& word)
{
    static const QStringList words{
        QStringLiteral("valid"),   QStringLiteral("invalid"),  QStringLiteral("prepaid"),
        QStringLiteral("unpaid"),  QStringLiteral("avoid"),    QStringLiteral("fluid"),
        QStringLiteral("liquid"),  QStringLiteral("hybrid"),   QStringLiteral("android"),
        QStringLiteral("rapid"),   QStringLiteral("solid"),    QStringLiteral("monkey"),
        QStringLiteral("turkey"),  QStringLiteral("casino"),   QStringLiteral("barcode"),
        QStringLiteral("covid"),   QStringLiteral("postcode"), QStringLiteral("zipcode"),
        QStringLiteral("thyroid"), QStringLiteral("passkey")};
    return words.contains(word);
}

QStringList splitCore(const QString& core, const WordDictionary& tableWords)
{
    if (tableWords.knows(core) || core.size() < shortestGlued)
        return {core};
    for (qsizetype at = 2; at + shortestTableWord <= core.size(); ++at) {
        if (tableWords.knows(core.sliced(at)))
            return QStringList{core.first(at), core.sliced(at)};
    }
    for (qsizetype length = core.size() - 2; length >= shortestTableWord; --length) {
        if (tableWords.knows(core.first(length)))
            return QStringList{core.first(length), core.sliced(length)};
    }
    return {core};
}

/// Two parts of which both are known, or one is and the rest is a word of its own length.
QStringList splitInTwo(const QString& word, const WordDictionary& columnWords)
{
    for (qsizetype at = word.size() - 3; at >= 3; --at) {
        if (columnWords.knows(word.first(at)) && columnWords.knows(word.sliced(at)))
            return QStringList{word.first(at), word.sliced(at)};
    }
    for (qsizetype at = word.size() - 4; at >= shortestKnown; --at) {
        if (columnWords.knows(word.first(at)))
            return QStringList{word.first(at), word.sliced(at)};
    }
    for (qsizetype at = 4; at + shortestKnown <= word.size(); ++at) {
        if (columnWords.knows(word.sliced(at)))
            return QStringList{word.first(at), word.sliced(at)};
    }
    return {word};
}

} // namespace

void WordDictionary::add(const QString& word)
{
    words.insert(word);
    if (word.size() > 3 && word.endsWith(QLatin1Char('s')))
        words.insert(word.chopped(1));
}

bool WordDictionary::knows(const QString& word) const
{
    return words.contains(word) ||
           (word.size() > 3 && word.endsWith(QLatin1Char('s')) && words.contains(word.chopped(1)));
}

QStringList splitColumnWord(const QString& word, const WordDictionary& tableWords)
{
    if (word.size() < shortestGlued || tableWords.knows(word) || wordRoles(word) ||
        endsByChance(word))
        return {word};
    if (word.endsWith(QLatin1String("by")) && wordRoles(word.chopped(2)) & WordRole::Action)
        return QStringList{word.chopped(2), QStringLiteral("by")}; // createdby
    for (const QString& ending : gluedEndings()) {
        if (!word.endsWith(ending) || word.size() < ending.size() + 3)
            continue;
        const QString core = word.chopped(ending.size());
        const QStringList parts = splitCore(core, tableWords);
        if (parts.size() > 1 || tableWords.knows(core) || wordRoles(core))
            return parts + QStringList{ending};
        if (ending == QLatin1String("id"))
            return QStringList{core, ending};
    }
    return splitCore(word, tableWords);
}

QStringList splitTableWord(const QString& word, const WordDictionary& columnWords)
{
    if (word.size() < 7 || columnWords.knows(word) || wordRoles(word))
        return {word};
    const QStringList two = splitInTwo(word, columnWords);
    if (two.size() < 2)
        return two;
    const QString& rest = columnWords.knows(two.last()) ? two.first() : two.last();
    if (rest.size() < 7 || columnWords.knows(rest))
        return two;
    const QStringList further = splitInTwo(rest, columnWords);
    return rest == two.last() ? QStringList{two.first()} + further
                              : further + QStringList{two.last()};
}

} // namespace cadastre

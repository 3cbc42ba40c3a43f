// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/boundaries/suggest/word_split.h"

#include "model/relations/names/word_forms.h"
#include "model/search/words.h"

namespace cadastre::suggest {

namespace {

constexpr qsizetype shortestGlued = 8;
constexpr qsizetype shortestPart = 4;

} // namespace

WordSplit::WordSplit(const Catalog& catalog)
{
    QSet<QString> names;
    for (const Table& table : catalog.objects().tables)
        names.insert(table.name);
    for (const Column& column : catalog.objects().columns)
        names.insert(column.name);
    for (const QString& name : std::as_const(names)) {
        for (const QString& word : nameWords(name))
            m_known.insert(wordStem(word));
    }
}

QStringList WordSplit::stemsOf(const QString& name)
{
    QStringList stems;
    for (const QString& word : nameWords(name))
        stems += stemsOfWord(word);
    return stems;
}

const QStringList& WordSplit::stemsOfWord(const QString& word)
{
    auto found = m_stems.find(word);
    if (found == m_stems.end())
        found = m_stems.insert(word, split(word));
    return *found;
}

/// The longest known word at the beginning whose rest is known, too.
QStringList WordSplit::split(const QString& word) const
{
    if (word.size() >= shortestGlued) {
        for (qsizetype at = word.size() - shortestPart; at >= shortestPart; --at) {
            const QString rest = wordStem(word.sliced(at));
            if (rest.size() >= shortestPart && m_known.contains(word.first(at)) &&
                m_known.contains(rest))
                return split(word.first(at)) + split(word.sliced(at));
        }
    }
    return {wordStem(word)};
}

} // namespace cadastre::suggest

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

QStringList WordSplit::wordsOf(const QString& name)
{
    QStringList words;
    for (const QString& word : nameWords(name))
        words += partsOf(word);
    return words;
}

const QStringList& WordSplit::partsOf(const QString& word)
{
    auto found = m_parts.find(word);
    if (found == m_parts.end())
        found = m_parts.insert(word, split(word));
    return *found;
}

/// The longest known word at the beginning whose rest is known, too.
QStringList WordSplit::split(const QString& word) const
{
    if (word.size() >= shortestGlued) {
        for (qsizetype at = word.size() - shortestPart; at >= shortestPart; --at) {
            if (m_known.contains(wordStem(word.first(at))) &&
                m_known.contains(wordStem(word.sliced(at))))
                return split(word.first(at)) + split(word.sliced(at));
        }
    }
    return {word};
}

} // namespace cadastre::suggest

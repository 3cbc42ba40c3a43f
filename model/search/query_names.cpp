// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/query_names.h"

#include "model/boundaries/ownership/patterns.h"
#include "model/search/fuzzy.h"
#include "model/search/words.h"

#include <algorithm>

namespace cadastre {

int QueryNames::add(const QString& text)
{
    const auto known = m_ids.constFind(text);
    if (known != m_ids.constEnd())
        return *known;
    m_names.push_back({text, compactName(text), nameWords(text)});
    return *m_ids.insert(text, static_cast<int>(m_names.size()) - 1);
}

NameTest::NameTest(const QueryNames& names, const QString& word, NameMatch match)
    : m_names(&names)
    , m_word(word.toCaseFolded())
    , m_compact(compactName(word))
    , m_words(nameWords(word))
    , m_match(match)
    , m_wildcards(match <= NameMatch::Spelling && (word.contains(u'*') || word.contains(u'?')))
    , m_known(names.size(), -1)
{
}

bool NameTest::fits(int name) const
{
    signed char& known = m_known[static_cast<std::size_t>(name)];
    if (known < 0)
        known = compare((*m_names)[name]) ? 1 : 0;
    return known > 0;
}

bool NameTest::compare(const QueryNames::Name& name) const
{
    if (m_match == NameMatch::Whole)
        return name.text.compare(m_word, Qt::CaseInsensitive) == 0;
    if (m_match == NameMatch::Exact)
        return !m_compact.isEmpty() ? name.compact == m_compact
                                    : name.text.compare(m_word, Qt::CaseInsensitive) == 0;
    if (m_wildcards)
        return matchesWildcards(m_word, name.text.toCaseFolded());
    if (m_compact.isEmpty() || m_match == NameMatch::Letters)
        return name.text.contains(m_word, Qt::CaseInsensitive);
    if (name.compact.contains(m_compact))
        return true;
    const bool everyWord = std::ranges::all_of(m_words, [&](const QString& wanted) {
        return std::ranges::any_of(
            name.words, [&](const QString& word) { return wordSimilarity(wanted, word) > 0; });
    });
    return everyWord ||
           (m_match == NameMatch::Similar && similarNameScore(m_compact, name.words) > 0);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Numbering of words; see the header.
#include "model/relations/profile/vocabulary.h"

#include "model/relations/names/word_forms.h"

namespace cadastre {

int Vocabulary::stemNumber(const QString& stem)
{
    const auto found = m_stems.constFind(stem);
    if (found != m_stems.constEnd())
        return *found;
    const int number = static_cast<int>(m_stems.size());
    m_stems.insert(stem, number);
    return number;
}

int Vocabulary::number(const QString& word)
{
    const auto found = m_numbers.constFind(word);
    if (found != m_numbers.constEnd())
        return *found;
    const int number = size();
    m_numbers.insert(word, number);
    WordInfo info;
    info.text = word;
    info.stem = stemNumber(wordStem(word));
    info.loose = stemNumber(QString(QLatin1Char(' ') + looseStem(word)));
    info.roles = wordRoles(word);
    m_words.push_back(std::move(info));
    return number;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Vocabulary: the words of all names of a catalog as dense numbers, with their stems and roles, so
// that names are compared as numbers. Which word stands where lives in schema_profile.h.
#pragma once

#include "model/relations/names/word_roles.h"

#include <QHash>

#include <vector>

namespace cadastre {

struct WordInfo
{
    QString text;  ///< case-folded
    int stem = 0;  ///< equal numbers: equal stems
    int loose = 0; ///< equal numbers: equal loose stems
    WordRoles roles;
};

class Vocabulary
{
public:
    /// The number of a word; case-folded already.
    int number(const QString& word);
    [[nodiscard]] int find(const QString& word) const { return m_numbers.value(word, -1); }
    [[nodiscard]] const WordInfo& operator[](int word) const { return m_words[word]; }
    [[nodiscard]] int size() const { return static_cast<int>(m_words.size()); }

private:
    int stemNumber(const QString& stem);

    QHash<QString, int> m_numbers;
    QHash<QString, int> m_stems; ///< of stems and, with a leading blank, loose stems
    std::vector<WordInfo> m_words;
};

} // namespace cadastre

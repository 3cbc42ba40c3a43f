// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/fuzzy.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

constexpr qsizetype longestTyped = 24; ///< what is longer is no typing error any more
constexpr int beginningsScore = 40;
constexpr int leftOutScore = 22;
constexpr int typingErrorScore = 30;

/// Whether the letters are beginnings of the words in order, some words left out. A set of bits
/// says how many letters the words so far may have taken.
bool areBeginnings(QStringView letters, const QStringList& words)
{
    std::uint32_t taken = 1;
    for (const QString& word : words) {
        std::uint32_t next = taken;
        for (qsizetype from = 0; from < letters.size(); ++from) {
            if ((taken & (1U << from)) == 0)
                continue;
            for (qsizetype i = 0;
                 from + i < letters.size() && i < word.size() && letters[from + i] == word[i]; ++i)
                next |= 1U << (from + i + 1);
        }
        taken = next;
    }
    return (taken & (1U << letters.size())) != 0;
}

/// The letters in the word's order with others between them, at least half of it.
bool isShortened(QStringView letters, QStringView word)
{
    if (letters.size() < 3 || letters.size() * 2 < word.size() || letters[0] != word[0])
        return false;
    qsizetype at = 0;
    for (const QChar c : letters) {
        at = word.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

} // namespace

bool isMistyped(QStringView typed, QStringView word)
{
    const int limit = typed.size() >= 8 ? 2 : 1;
    if (typed.size() < 4 || typed.size() > longestTyped || word.isEmpty() || typed[0] != word[0] ||
        word.size() + limit < typed.size())
        return false;
    word = word.first(std::min(word.size(), typed.size() + limit));
    using Row = std::array<int, longestTyped + 3>;
    std::array<Row, 3> rows{};
    int least = limit + 1;
    for (qsizetype j = 0; j <= word.size(); ++j)
        rows[0][j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        Row& row = rows[i % 3];
        const Row& above = rows[(i + 2) % 3];
        const Row& twoAbove = rows[(i + 1) % 3];
        row[0] = least = static_cast<int>(i);
        for (qsizetype j = 1; j <= word.size(); ++j) {
            row[j] = std::min({above[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1), above[j] + 1,
                               row[j - 1] + 1});
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit)
            return false;
    }
    return least <= limit;
}

int similarNameScore(QStringView letters, const QStringList& words)
{
    if (letters.size() < 2 || letters.size() > longestTyped || words.isEmpty())
        return 0;
    if (words.size() > 1 && areBeginnings(letters, words))
        return beginningsScore - std::min<int>(15, static_cast<int>(words.size() - 2) * 3);
    int best = 0;
    for (const QString& word : words) {
        if (isMistyped(letters, word))
            best = std::max(best, typingErrorScore);
        else if (isShortened(letters, word))
            best = std::max(best, leftOutScore);
    }
    return best;
}

} // namespace cadastre

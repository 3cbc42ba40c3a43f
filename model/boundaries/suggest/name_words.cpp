// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/boundaries/suggest/name_words.h"

#include "model/boundaries/suggest/word_split.h"
#include "model/relations/names/word_forms.h"

#include <algorithm>

namespace cadastre::suggest {

namespace {

/// So many times as often as by chance must the tables of a word relate among themselves.
constexpr double timesByChance = 3;
constexpr double benefitOfDoubt = 1;  ///< weight of links that a word is given for free
constexpr double kindOfTable = 0.4;   ///< trust below which a first word is moved to the end
constexpr std::size_t manyTables = 4; ///< from which a first word is judged

NameFeatures featuresOf(const std::vector<std::vector<int>>& ofPositions, int count)
{
    NameFeatures features;
    features.tables.resize(count);
    for (int i = 0; i < static_cast<int>(ofPositions.size()); ++i) {
        for (const int feature : ofPositions[i]) {
            if (features.tables[feature].empty() || features.tables[feature].back() != i)
                features.tables[feature].push_back(i);
        }
    }
    return features;
}

/// Links inside of what a feature has, against what chance would put there.
void judge(NameFeatures& features, const std::vector<std::vector<int>>& ofPositions,
           const std::vector<Link>& links)
{
    std::vector<double> inside(features.tables.size(), 0);
    std::vector<double> all(features.tables.size(), 0);
    for (const Link& link : links) {
        const std::vector<int>& from = ofPositions[link.from];
        const std::vector<int>& to = ofPositions[link.to];
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (std::find(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(i), from[i]) !=
                from.begin() + static_cast<std::ptrdiff_t>(i))
                continue; // the same word twice
            all[from[i]] += link.weight;
            if (std::ranges::find(to, from[i]) != to.end())
                inside[from[i]] += link.weight;
        }
        for (std::size_t i = 0; i < to.size(); ++i) {
            const auto end = to.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find(to.begin(), end, to[i]) == end &&
                std::ranges::find(from, to[i]) == from.end())
                all[to[i]] += link.weight;
        }
    }
    features.trust.resize(features.tables.size());
    for (std::size_t i = 0; i < features.tables.size(); ++i) {
        const double share = static_cast<double>(features.tables[i].size()) /
                             static_cast<double>(ofPositions.size());
        const double byChance = all[i] * share / (2 - share);
        features.trust[i] = std::min(1.0, (inside[i] + benefitOfDoubt) /
                                              (byChance * timesByChance + benefitOfDoubt));
    }
}

/// `t_sites` and `cor_site_area` begin with the kind of table: `site` is their first word.
void moveKindsBehind(std::vector<std::vector<int>>& words, int count,
                     const std::vector<Link>& links)
{
    std::vector<std::vector<int>> first(words.size());
    for (std::size_t i = 0; i < words.size(); ++i)
        first[i].assign(words[i].begin(), words[i].begin() + (words[i].empty() ? 0 : 1));
    NameFeatures features = featuresOf(first, count);
    judge(features, first, links);
    for (std::vector<int>& ofTable : words) {
        if (ofTable.size() > 1 && features.tables[ofTable.front()].size() >= manyTables &&
            features.trust[ofTable.front()] < kindOfTable)
            std::ranges::rotate(ofTable, ofTable.begin() + 1);
    }
}

/// Numbers of the beginnings of each name; names of different sources have none in common.
std::vector<std::vector<int>> beginningsOf(const Catalog& catalog, const Scope& scope,
                                           const std::vector<std::vector<int>>& words, int& count)
{
    QHash<std::pair<int, int>, int> numbers; // of the beginning before (or the source) and a word
    std::vector<std::vector<int>> result(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        int before = -1 - catalog.sourceOf(scope.tables[i]).index;
        for (const int word : words[i]) {
            auto found = numbers.find({before, word});
            if (found == numbers.end())
                found = numbers.insert({before, word}, static_cast<int>(numbers.size()));
            before = *found;
            result[i].push_back(before);
        }
    }
    count = static_cast<int>(numbers.size());
    return result;
}

} // namespace

NameWords nameWordsOf(const Catalog& catalog, const Scope& scope, const std::vector<Link>& links)
{
    NameWords result;
    result.words.resize(scope.size());
    WordSplit split(catalog);
    QHash<QString, int> numbers;
    for (int i = 0; i < scope.size(); ++i) {
        for (const QString& word : split.wordsOf(catalog.table(scope.tables[i]).name)) {
            const QString stem = wordStem(word);
            auto found = numbers.find(stem);
            if (found == numbers.end()) {
                found = numbers.insert(stem, static_cast<int>(numbers.size()));
                result.texts.append(word);
            }
            if (word.size() < result.texts[*found].size())
                result.texts[*found] = word; // the singular
            result.words[i].push_back(*found);
        }
    }
    const int wordCount = static_cast<int>(numbers.size());
    for (int round = 0; round < 2; ++round)
        moveKindsBehind(result.words, wordCount, links);
    int beginningCount = 0;
    result.beginnings = beginningsOf(catalog, scope, result.words, beginningCount);
    result.ofWords = featuresOf(result.words, wordCount);
    judge(result.ofWords, result.words, links);
    result.ofBeginnings = featuresOf(result.beginnings, beginningCount);
    judge(result.ofBeginnings, result.beginnings, links);
    return result;
}

} // namespace cadastre::suggest

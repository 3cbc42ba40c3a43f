// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/search/joined_tables.h"

#include "model/search/spoken_words.h"
#include "model/search/words.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr qsizetype mostNamed = 4;
constexpr int sameStem = 80;      ///< of wordSimilarity()
constexpr qsizetype shortest = 3; ///< letters of a word that names a table

struct NamedWord
{
    QString compact;
    QStringList words;
};

/// How well it names a table; 0 for not at all.
double namingScore(const NamedWord& wanted, const QueryNames::Name& name)
{
    if (name.compact == wanted.compact)
        return 1000;
    const auto has = [&](const QString& word) {
        return std::ranges::any_of(name.words, [&](const QString& own) {
            return wordSimilarity(word, own) >= sameStem && own.size() >= shortest;
        });
    };
    if (wanted.words.isEmpty() || !std::ranges::all_of(wanted.words, has))
        return 0;
    const auto others = static_cast<double>(name.words.size() - wanted.words.size());
    const bool isLast = wordSimilarity(wanted.words.back(), name.words.back()) >= sameStem;
    return 500 - 60 * others + (isLast ? 80 : 0);
}

} // namespace

std::vector<TableId> tablesToJoin(const QueryIndex& index, const ObjectQuery& query,
                                  const std::vector<double>& importance)
{
    QStringList typed;
    for (const QueryTerm& term : query.terms) {
        if (term.field != QueryField::Word || term.negated || term.values.size() != 1)
            return {};
        typed << term.values.front().text;
    }
    const QStringList words = spokenWords(typed);
    if (words.size() < 2 || words.size() > mostNamed)
        return {};
    const QString whole = compactName(words.join(QString()));
    std::vector<NamedWord> wanted;
    for (const QString& word : words)
        wanted.push_back({compactName(word), nameWords(word)});
    std::vector<std::pair<double, TableId>> best(wanted.size(), {0.0, TableId{-1}});
    const auto& tables = index.catalog().objects().tables;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const TableId table{i};
        const QueryNames::Name& name = index.names()[index.nameOf(table)];
        if (index.isHidden(table) || tables[static_cast<std::size_t>(i)].partitionOf)
            continue;
        if (name.compact == whole)
            return {};
        const double weight = importance.empty() ? 0 : 50 * importance[static_cast<std::size_t>(i)];
        const double view = isView(tables[static_cast<std::size_t>(i)]) ? 150 : 0;
        for (std::size_t word = 0; word < wanted.size(); ++word) {
            const double score = namingScore(wanted[word], name);
            if (score > 0 && score + weight - view > best[word].first)
                best[word] = {score + weight - view, table};
        }
    }
    std::vector<TableId> found;
    for (const auto& [score, table] : best) {
        if (table.index < 0 || std::ranges::find(found, table) != found.end())
            return {};
        found.push_back(table);
    }
    return found;
}

} // namespace cadastre

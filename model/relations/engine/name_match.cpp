// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Longest common run of words; see the header.
#include "model/relations/engine/name_match.h"

#include "model/relations/names/word_forms.h"

#include <algorithm>

namespace cadastre {

namespace {

WordFit fitOf(const Vocabulary& vocabulary, int a, int b)
{
    if (a == b)
        return WordFit::Same;
    const WordInfo& first = vocabulary[a];
    const WordInfo& second = vocabulary[b];
    if (first.stem == second.stem)
        return WordFit::SameStem;
    if (first.loose == second.loose)
        return WordFit::LooseStem;
    if (isAbbreviation(first.text, second.text) ||
        (second.text.size() >= 3 && isAbbreviation(second.text, first.text)))
        return WordFit::Abbreviation;
    return WordFit::None;
}

bool isIdentifierWord(const Vocabulary& vocabulary, int word)
{
    return vocabulary[word].roles & (WordRole::Identifier | WordRole::WeakIdentifier);
}

NameCore coreOf(const Vocabulary& vocabulary, std::vector<int> words)
{
    NameCore core;
    core.words = std::move(words);
    if (core.words.size() > 1 && isIdentifierWord(vocabulary, core.words.back())) {
        core.suffix = core.words.back();
        core.words.pop_back();
    }
    if (core.words.size() > 1 && isIdentifierWord(vocabulary, core.words.front()) &&
        vocabulary[core.words.front()].text.size() <= 3) {
        core.prefix = core.words.front();
        core.words.erase(core.words.begin());
    }
    return core;
}

struct Run
{
    int at = 0; ///< in the core
    int to = 0; ///< in the table
    int length = 0;
    int letters = 0;
    WordFit fit = WordFit::None;
};

Run runFrom(const Vocabulary& vocabulary, const std::vector<int>& core,
            const std::vector<int>& table, int at, int to)
{
    Run run{at, to, 0, 0, WordFit::Same};
    while (at + run.length < static_cast<int>(core.size()) &&
           to + run.length < static_cast<int>(table.size())) {
        const int word = table[to + run.length];
        const WordFit fit = fitOf(vocabulary, core[at + run.length], word);
        if (fit == WordFit::None)
            break;
        run.fit = std::max(run.fit, fit);
        run.letters += static_cast<int>(vocabulary[word].text.size());
        ++run.length;
    }
    if (run.length == 0)
        run.fit = WordFit::None;
    return run;
}

bool allIn(std::span<const int> words, const std::vector<int>& others)
{
    return std::ranges::all_of(words,
                               [&](int word) { return std::ranges::count(others, word) > 0; });
}

NameMatch describe(const TableProfile& child, const TableProfile& parent,
                   const std::vector<int>& core, const Run& run)
{
    NameMatch match;
    match.fit = run.fit;
    match.letters = run.letters;
    match.common = run.length;
    match.before = run.at;
    match.after = static_cast<int>(core.size()) - run.at - run.length;
    match.leadModule = std::min(run.to, parent.modulePrefix);
    match.lead = run.to - match.leadModule;
    match.tail = static_cast<int>(parent.words.size()) - run.to - run.length;
    match.leadIsOurs = run.to > 0 && allIn(std::span(parent.words).first(run.to), child.words);
    return match;
}

/// Larger is better: few words left over, well fitting ones, many letters.
int worth(const NameMatch& match)
{
    const int fit = 3 - static_cast<int>(match.fit);
    const int lead = match.leadIsOurs ? match.lead : 2 * match.lead;
    return match.letters * 2 + match.common * 4 + fit * 3 - 3 * match.before - 5 * match.after -
           3 * lead - match.leadModule - 5 * match.tail;
}

} // namespace

std::vector<NameCore> nameCores(const SchemaProfile& profile, ColumnId column)
{
    const ColumnProfile& facts = profile.columns[column.index];
    const TableProfile& table = profile.tables[profile.catalog->column(column).table.index];
    const std::vector<int>& words = profile.names[facts.name].words;
    std::vector<NameCore> cores{coreOf(profile.vocabulary, words)};
    const int suffix = cores.front().suffix;
    if (suffix >= 0 && !(profile.vocabulary[suffix].roles & WordRole::Identifier))
        cores.push_back({words, -1, -1, false}); // product_code may be of product_codes
    if (words.size() > 1 && words.front() == table.columnPrefix) {
        NameCore core = coreOf(profile.vocabulary, {words.begin() + 1, words.end()});
        core.withoutColumnPrefix = true;
        cores.push_back(std::move(core));
    }
    return cores;
}

NameMatch matchTable(const SchemaProfile& profile, const std::vector<NameCore>& cores,
                     TableId child, TableId parent)
{
    const TableProfile& childTable = profile.tables[child.index];
    const TableProfile& parentTable = profile.tables[parent.index];
    NameMatch best;
    int bestWorth = 0;
    for (int c = 0; c < static_cast<int>(cores.size()); ++c) {
        const std::vector<int>& core = cores[c].words;
        for (int at = 0; at < static_cast<int>(core.size()); ++at) {
            for (int to = 0; to < static_cast<int>(parentTable.words.size()); ++to) {
                const Run run = runFrom(profile.vocabulary, core, parentTable.words, at, to);
                if (run.length == 0)
                    continue;
                NameMatch match = describe(childTable, parentTable, core, run);
                match.core = c;
                if (!best.matches() || worth(match) > bestWorth) {
                    best = match;
                    bestWorth = worth(match);
                }
            }
        }
    }
    return best;
}

} // namespace cadastre

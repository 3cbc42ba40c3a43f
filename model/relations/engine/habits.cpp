// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Adding beliefs up; see the header.
#include "model/relations/engine/habits.h"

#include <algorithm>

namespace cadastre {

namespace {

int schemaOf(const SchemaProfile& profile, ColumnId column)
{
    return profile.catalog->table(profile.catalog->column(column).table).schema.index;
}

void addBelief(HabitCount& count, const ColumnBelief& belief)
{
    count.columns += 1;
    double total = 0;
    for (const auto& [key, probability] : belief.keys) {
        total += probability;
        KeyHabit& habit = count.keys[key];
        habit.expected += probability;
        if (probability > habit.strongest) {
            habit.second = habit.strongest;
            habit.strongest = probability;
            habit.strongestChild = belief.child;
        } else {
            habit.second = std::max(habit.second, probability);
        }
    }
    count.references += total;
    count.sure += total > 0.5 ? 1 : 0;
    if (const auto* best = belief.best()) {
        count.withCandidates += 1;
        count.keys[best->first].best += 1;
    }
}

void findStrongest(HabitCount& count)
{
    std::vector<std::pair<double, ColumnId>> ranked;
    for (auto it = count.keys.cbegin(); it != count.keys.cend(); ++it) {
        if (it->expected >= 0.4 && it->expected >= 0.15 * count.references)
            ranked.push_back({-it->expected, it.key()});
    }
    std::ranges::sort(ranked);
    for (std::size_t i = 0; i < ranked.size() && i < 3; ++i)
        count.strongest.push_back(ranked[i].second);
}

void appendStrongest(const HabitCount& count, std::vector<ColumnId>& keys)
{
    keys.insert(keys.end(), count.strongest.begin(), count.strongest.end());
}

} // namespace

const std::pair<ColumnId, double>* ColumnBelief::best() const
{
    const auto found = std::ranges::max_element(keys, {}, &std::pair<ColumnId, double>::second);
    return found == keys.end() ? nullptr : &*found;
}

int lastCoreWord(const SchemaProfile& profile, ColumnId column)
{
    const ColumnProfile& facts = profile.columns[column.index];
    const std::vector<int>& words = profile.names[facts.name].words;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const WordRoles roles = profile.vocabulary[*word].roles;
        if (!(roles & (WordRole::Identifier | WordRole::Filler)))
            return profile.vocabulary[*word].loose;
    }
    return -1;
}

int firstCoreWord(const SchemaProfile& profile, ColumnId column)
{
    const std::vector<int>& words = profile.names[profile.columns[column.index].name].words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const WordRoles roles = profile.vocabulary[words[i]].roles;
        if (!(roles & (WordRole::Identifier | WordRole::Filler)))
            return profile.vocabulary[words[i]].loose;
    }
    return -1;
}

int markOf(const SchemaProfile& profile, ColumnId column)
{
    const ColumnProfile& facts = profile.columns[column.index];
    const std::vector<int>& words = profile.names[facts.name].words;
    int mark = 0;
    if (words.size() > 1) {
        const WordRoles last = profile.vocabulary[words.back()].roles;
        const WordRoles first = profile.vocabulary[words.front()].roles;
        if (last & (WordRole::Identifier | WordRole::WeakIdentifier))
            mark = 1 + words.back();
        else if (first & WordRole::Identifier)
            mark = 1 + words.front();
    }
    return mark * 16 + static_cast<int>(facts.type.family);
}

bool namesPersonRole(const SchemaProfile& profile, ColumnId column)
{
    const ColumnProfile& facts = profile.columns[column.index];
    const std::vector<int>& words = profile.names[facts.name].words;
    return std::ranges::any_of(words, [&](int word) {
        return profile.vocabulary[word].roles & (WordRole::PersonRole | WordRole::By);
    });
}

Habits learnHabits(const SchemaProfile& profile, const std::vector<ColumnBelief>& beliefs)
{
    Habits habits;
    for (const ColumnBelief& belief : beliefs) {
        const int schema = schemaOf(profile, belief.child);
        const int name = profile.columns[belief.child.index].name;
        addBelief(habits.byName[{schema, name}], belief);
        const int word = lastCoreWord(profile, belief.child);
        if (word >= 0)
            addBelief(habits.byLastWord[{schema, word}], belief);
        const int first = firstCoreWord(profile, belief.child);
        if (first >= 0)
            addBelief(habits.byFirstWord[{schema, first}], belief);
        addBelief(habits.byMark[{schema, markOf(profile, belief.child)}], belief);
        if (namesPersonRole(profile, belief.child))
            addBelief(habits.byPersonSchema[schema], belief);
        if (belief.known) {
            addBelief(habits.knownByName[{schema, name}], belief);
            addBelief(habits.knownBySchema[schema], belief);
            if (word >= 0)
                addBelief(habits.knownByLastWord[{schema, word}], belief);
        }
        for (const auto& [key, probability] : belief.keys)
            habits.references[key] += probability;
        habits.beliefs.insert(belief.child, belief);
    }
    for (auto* counts : {&habits.byName, &habits.byLastWord, &habits.byFirstWord})
        std::ranges::for_each(*counts, findStrongest);
    std::ranges::for_each(habits.byPersonSchema, findStrongest);
    return habits;
}

std::vector<ColumnId> Habits::keysOfName(const SchemaProfile& profile, ColumnId column) const
{
    std::vector<ColumnId> keys;
    const int schema = schemaOf(profile, column);
    const auto name = byName.constFind({schema, profile.columns[column.index].name});
    if (name != byName.constEnd())
        appendStrongest(*name, keys);
    const int word = lastCoreWord(profile, column);
    const auto last = word < 0 ? byLastWord.constEnd() : byLastWord.constFind({schema, word});
    if (last != byLastWord.constEnd())
        appendStrongest(*last, keys);
    const int firstWord = firstCoreWord(profile, column);
    const auto first =
        firstWord < 0 ? byFirstWord.constEnd() : byFirstWord.constFind({schema, firstWord});
    if (first != byFirstWord.constEnd() && first->references > 2)
        appendStrongest(*first, keys);
    if (namesPersonRole(profile, column)) {
        const auto people = byPersonSchema.constFind(schema);
        if (people != byPersonSchema.constEnd())
            appendStrongest(*people, keys);
    }
    return keys;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// See the header.
#include "model/relations/engine/candidate_choice.h"

#include "model/relations/engine/habits.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t mostCandidates = 16;
constexpr CandidateSources outsideSources =
    CandidateSource::Sql | CandidateSource::Comment | CandidateSource::LinkTable;

void addHabits(const SchemaProfile& profile, const Habits& habits, ColumnCandidates& column)
{
    const TableId table = profile.catalog->column(column.child).table;
    for (const ColumnId key : habits.keysOfName(profile, column.child)) {
        const auto known = std::ranges::find(column.candidates, key, &Candidate::key);
        if (known != column.candidates.end()) {
            known->sources |= CandidateSource::Habit;
        } else if (key != column.child) {
            const TableId parent = profile.catalog->column(key).table;
            column.candidates.push_back({parent, key, CandidateSource::Habit,
                                         matchTable(profile, column.cores, table, parent)});
        }
    }
}

/// Where a name means something in its own schema, it means that.
void leaveOtherSchemas(const SchemaProfile& profile, ColumnCandidates& column)
{
    const TableId table = profile.catalog->column(column.child).table;
    const SchemaId ours = profile.catalog->table(table).schema;
    const auto isOurs = [&](const Candidate& candidate) {
        return profile.catalog->table(candidate.parent).schema == ours;
    };
    const auto means = [&](const Candidate& candidate) {
        return isOurs(candidate) && candidate.parent != table &&
               (candidate.sources & CandidateSource::KeyName ||
                (candidate.match.matches() && !candidate.match.lead && !candidate.match.tail));
    };
    if (!std::ranges::any_of(column.candidates, means))
        return;
    std::erase_if(column.candidates, [&](const Candidate& candidate) {
        return !isOurs(candidate) && !(candidate.sources & outsideSources);
    });
}

int promise(const Candidate& candidate)
{
    const NameMatch& match = candidate.match;
    const int left = match.before + 2 * match.after + match.lead + 2 * match.tail;
    return 10 * static_cast<int>(candidate.sources.toInt() != 1) +
           (match.matches() ? 20 - 4 * left + match.letters : 0);
}

} // namespace

ColumnCandidates chosenCandidates(const SchemaProfile& profile, ColumnCandidates proposals,
                                  const Habits* habits)
{
    if (habits)
        addHabits(profile, *habits, proposals);
    leaveOtherSchemas(profile, proposals);
    auto& candidates = proposals.candidates;
    if (candidates.size() > mostCandidates) {
        std::ranges::stable_sort(candidates, std::greater(), promise);
        candidates.resize(mostCandidates);
    }
    std::ranges::sort(candidates, {}, &Candidate::key);
    return proposals;
}

} // namespace cadastre

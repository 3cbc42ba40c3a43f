// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The two passes; see the header.
#include "model/relations/engine/inference_run.h"

#include "model/relations/engine/candidate_choice.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double leastBelief = 0.02; ///< less is forgotten between the passes

void leaveRejected(ColumnCandidates& column, const KnownReferences& known)
{
    std::erase_if(column.candidates, [&](const Candidate& candidate) {
        return known.rejected.contains({column.child, candidate.key});
    });
}

} // namespace

InferenceRun::InferenceRun(const Catalog& catalog, const InferenceScope& scope,
                           const KnownReferences& known, const SqlReading* sql,
                           const CommentReading* comments,
                           const std::vector<LinkTableReference>& links, const Weights& weights)
    : m_weights(weights)
    , m_profile(profileOf(catalog, scope.takesPart))
    , m_index(m_profile)
    , m_outside(collectOutsideEvidence(m_profile, sql, comments, links))
    , m_maker(m_profile, m_index, m_outside.candidates())
{
    std::vector<ColumnCandidates> proposals = m_maker.proposals();
    std::vector<ColumnBelief> beliefs;
    beliefs.reserve(proposals.size());
    for (const ColumnCandidates& column : proposals)
        beliefs.push_back(beliefFrom(column, known));
    m_habits = learnHabits(m_profile, beliefs);
    for (const auto& [child, key] : known.rejected) {
        if (m_profile.columns[child.index].name >= 0)
            m_habits.rejected.insert({m_profile.columns[child.index].name, key});
    }
    score(std::move(proposals), known);
}

ColumnBelief InferenceRun::beliefFrom(ColumnCandidates proposals,
                                      const KnownReferences& known) const
{
    ColumnBelief belief;
    belief.child = proposals.child;
    if (const auto keys = known.keys.constFind(belief.child); keys != known.keys.constEnd()) {
        belief.known = true;
        for (const ColumnId key : *keys)
            belief.keys.push_back({key, 1.0});
        return belief;
    }
    const InferenceContext context{m_profile, m_index, nullptr, &m_outside};
    ColumnCandidates column = chosenCandidates(m_profile, std::move(proposals), nullptr);
    leaveRejected(column, known);
    const std::vector<double> likely =
        candidateProbabilities(measureFeatures(context, column), m_weights.firstPass);
    for (std::size_t i = 0; i < likely.size(); ++i) {
        if (likely[i] > leastBelief)
            belief.keys.push_back({column.candidates[i].key, likely[i]});
    }
    return belief;
}

void InferenceRun::score(std::vector<ColumnCandidates> proposals, const KnownReferences& known)
{
    const InferenceContext context{m_profile, m_index, &m_habits, &m_outside};
    for (ColumnCandidates& proposed : proposals) {
        if (known.keys.contains(proposed.child))
            continue;
        ColumnCandidates column = chosenCandidates(m_profile, std::move(proposed), &m_habits);
        leaveRejected(column, known);
        if (column.candidates.empty())
            continue;
        std::vector<double> likely =
            candidateProbabilities(measureFeatures(context, column), m_weights.secondPass);
        m_columns.push_back({std::move(column), std::move(likely)});
    }
}

std::vector<Evidence> InferenceRun::evidenceOf(const ColumnCandidates& column,
                                               const Candidate& candidate) const
{
    const InferenceContext context{m_profile, m_index, &m_habits, &m_outside};
    return evidenceFor({context, column, candidate}, m_weights.secondPass);
}

} // namespace cadastre

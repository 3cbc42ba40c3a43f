// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Proposes candidates for every column: a few keys each, found through indexes of names. The work
// is near-linear in the number of columns.
#pragma once

#include "model/relations/engine/name_index.h"

namespace cadastre {

struct Habits;

/// Pairs that others propose: SQL, comments, link tables.
struct OutsideCandidate
{
    ColumnId child;
    ColumnId key;
    CandidateSource source = CandidateSource::Sql;
};

class CandidateMaker
{
public:
    CandidateMaker(const SchemaProfile& profile, const NameIndex& index,
                   const std::vector<OutsideCandidate>& outside);

    /// Everything that is proposed for each column that can point somewhere, by column, also where
    /// that is nothing: for chosenCandidates().
    [[nodiscard]] std::vector<ColumnCandidates> proposals() const;
    /// What is chosen of them: columns with at least one candidate, by column. `habits` of a first
    /// pass add what columns of the same name do elsewhere; null in the first pass.
    [[nodiscard]] std::vector<ColumnCandidates> make(const Habits* habits) const;
    /// By column; whether or not there is a candidate.
    [[nodiscard]] std::vector<ColumnId> columnsThatCanPoint() const;

private:
    [[nodiscard]] bool canPoint(ColumnId column) const;
    [[nodiscard]] ColumnCandidates proposalsFor(ColumnId column) const;

    const SchemaProfile& m_profile;
    const NameIndex& m_index;
    QHash<ColumnId, std::vector<OutsideCandidate>> m_outside;
};

} // namespace cadastre

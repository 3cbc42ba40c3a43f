// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// InferenceRun: the two passes over the columns of a catalog: what names say, then the same with
// the habits that the first pass and everything known have shown. Gives probabilities; which of
// them become relationships is decided in inference.cpp.
#pragma once

#include "model/relations/engine/outside_evidence.h"
#include "model/relations/engine/scoring.h"
#include "model/relations/structure/representatives.h"

namespace cadastre {

/// What is known before anything is inferred.
struct KnownReferences
{
    QHash<ColumnId, std::vector<ColumnId>> keys; ///< declared, confirmed or added: child to keys
    QSet<std::pair<ColumnId, ColumnId>> rejected;
};

struct ScoredColumn
{
    ColumnCandidates column;
    std::vector<double> probabilities; ///< parallel to the candidates
};

class InferenceRun
{
public:
    InferenceRun(const Catalog& catalog, const InferenceScope& scope, const KnownReferences& known,
                 const SqlReading* sql, const CommentReading* comments,
                 const std::vector<LinkTableReference>& links, const Weights& weights);

    /// Every column with a candidate that is not known already, by column.
    [[nodiscard]] const std::vector<ScoredColumn>& columns() const { return m_columns; }
    [[nodiscard]] std::vector<Evidence> evidenceOf(const ColumnCandidates& column,
                                                   const Candidate& candidate) const;
    [[nodiscard]] const SchemaProfile& profile() const { return m_profile; }

private:
    [[nodiscard]] ColumnBelief beliefFrom(ColumnCandidates proposals,
                                          const KnownReferences& known) const;
    void score(std::vector<ColumnCandidates> proposals, const KnownReferences& known);

    const Weights& m_weights;
    SchemaProfile m_profile;
    NameIndex m_index;
    OutsideEvidence m_outside;
    CandidateMaker m_maker;
    Habits m_habits;
    std::vector<ScoredColumn> m_columns;
};

} // namespace cadastre

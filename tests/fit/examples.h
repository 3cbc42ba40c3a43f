// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Examples: the columns of a schema with the features of their candidates and which is right: what
// weights are fitted to.
#pragma once

#include "model/relations/engine/outside_evidence.h"
#include "model/relations/engine/scoring.h"
#include "model/relations/structure/representatives.h"
#include "tests/fit/corpus.h"

namespace cadastre::fit {

struct Example
{
    ColumnId child;
    std::vector<ColumnId> keys;
    std::vector<std::vector<int>> features; ///< parallel to `keys`
    int right = -1;                         ///< index into `keys`; -1: points at nothing
    bool counts = true;                     ///< false for neutral columns: not fitted to
};

struct SchemaExamples
{
    QString name;
    std::vector<Example> examples;
    int references = 0; ///< in the truth
    double silence = 1; ///< weight of columns without truth: less where the source forgets many
    int proposed = 0;   ///< of them, those whose key is among the candidates
};

/// What inference knows of a schema before anything is fitted.
struct PreparedSchema
{
    explicit PreparedSchema(const CorpusSchema& schema);

    const CorpusSchema& truth;
    InferenceScope scope;
    SchemaProfile profile;
    NameIndex index;
    OutsideEvidence outside; ///< link tables only: names and catalog
    CandidateMaker maker;
};

/// Of the first pass, or of the second when there are habits.
SchemaExamples makeExamples(const PreparedSchema& schema, const Habits* habits);

/// What a model of the first pass believes of every column that may point somewhere.
Habits habitsFrom(const PreparedSchema& schema, const SchemaExamples& first,
                  const PassWeights& weights);

} // namespace cadastre::fit

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
    int references = 0; ///< in the truth, without those that were given as known
    int proposed = 0;   ///< of them, those whose key is among the candidates
    double silence = 1; ///< say of columns without truth: less where the source forgets many
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

/// True references that a second pass is told of, as if they were declared: child to keys.
using Known = QHash<ColumnId, QSet<ColumnId>>;

/// About `share` of the true references, chosen by a hash of names: the same in every run.
Known declaredShare(const CorpusSchema& schema, double share);

/// Of the first pass.
SchemaExamples firstExamples(const PreparedSchema& schema);
/// Of the second pass; columns of `known` are no examples.
SchemaExamples secondExamples(const PreparedSchema& schema, const Habits& habits,
                              const Known& known);

/// What a model of the first pass believes of every column that may point somewhere.
Habits habitsFrom(const PreparedSchema& schema, const SchemaExamples& first,
                  const PassWeights& weights, const Known& known);

} // namespace cadastre::fit

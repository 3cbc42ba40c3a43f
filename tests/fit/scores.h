// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Scores: what inferRelationships() finds, composite and polymorphic references included, against
// the truth of a schema. How the weights were fitted lives in cross_fit.h.
#pragma once

#include "model/relations/relationship.h"
#include "tests/fit/corpus.h"

namespace cadastre::fit {

/// At confidence 0.5. What the truth calls neutral counts neither for nor against: columns of a
/// composite key alone, references that the source forgot, listed targets of a polymorphic column.
struct SchemaScore
{
    QString name;
    double precision = 1;
    double recall = 1;
    double labelled = 1;   ///< right target, of accepted columns of which the truth says one
    double recallAt95 = 0; ///< largest recall at a precision of 95 %
    int sure = 0;          ///< relationships of confidence 0.9 and above
    int sureRight = 0;
    int pairs = 0; ///< polymorphic pairs in the truth
    int pairsFound = 0;
    int pairsWrong = 0;   ///< accepted, and not among those of the truth
    int pairsUnknown = 0; ///< accepted where the truth names no pairs at all, and so says nothing

    [[nodiscard]] double f1() const;
};

SchemaScore scoreOf(const CorpusSchema& schema, const std::vector<Relationship>& relationships);

/// Macro means (every schema the same say); of the sure ones and of pairs the sums.
struct MeanScore
{
    int schemas = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    double labelled = 0;
    double recallAt95 = 0;
    double sureShare = 0; ///< right, of those at 0.9 and above, mean of the schemas that have any
    double sureOfAll = 0; ///< the same over all relationships together
    int sure = 0;
    int pairs = 0;
    int pairsFound = 0;
    int pairsWrong = 0;
    int pairsUnknown = 0;

    [[nodiscard]] double pairRecall() const;
    [[nodiscard]] double pairPrecision() const;
};

MeanScore meanOf(const std::vector<SchemaScore>& scores);

/// NAME.tsv in `folder`: child table, child columns, parent table, parent columns, confidence.
Result<Nothing> writePredictions(const QString& folder, const CorpusSchema& schema,
                                 const std::vector<Relationship>& relationships);

} // namespace cadastre::fit

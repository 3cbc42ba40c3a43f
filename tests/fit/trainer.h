// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Fits weights: penalised maximum likelihood of the conditional logit, every schema with the same
// say. L-BFGS (Nocedal 1980) in memory; the likelihood is concave, so the order of schemas and the
// start do not matter.
#pragma once

#include "tests/fit/examples.h"

namespace cadastre::fit {

struct TrainingOptions
{
    double ridge = 4e-4; ///< penalty on the squares of weights
    int iterations = 120;
    int rounds = 300;        ///< trees of two levels that find which features count together
    int roundsOfHabits = 80; ///< the same in the second pass, upon the first
    double shrinkage = 0.1;
    double leafPenalty = 2e-4;    ///< added to the curvature of a leaf
    double leastCurvature = 4e-4; ///< of a leaf, as a share of the whole likelihood
};

/// Weights of features alone, from `start` when that is not empty.
PassWeights trainSingle(const std::vector<SchemaExamples>& schemas, const PassWeights* start,
                        const TrainingOptions& options = {});

/// Adds what features say together: gradient boosting of trees with two levels (Friedman 2001),
/// whose sum is exactly a table of single features and pairs.
PassWeights trainPairs(const std::vector<SchemaExamples>& schemas, PassWeights weights,
                       const TrainingOptions& options = {});

} // namespace cadastre::fit

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From features to probabilities: the candidates of a column and "it points at nothing" share the
// probability (a conditional logit; McFadden 1974). What features there are is the signals' matter.
#pragma once

#include "model/relations/engine/weights.h"

namespace cadastre {

/// The features of every candidate, parallel to the column's candidates.
std::vector<std::vector<int>> measureFeatures(const InferenceContext& context,
                                              const ColumnCandidates& column);

/// The probability of every candidate, parallel to the column's candidates; what is missing to 1 is
/// the probability that the column points at nothing.
std::vector<double> candidateProbabilities(const std::vector<std::vector<int>>& features,
                                           const PassWeights& weights);

/// What speaks for and against a candidate, strongest first.
std::vector<Evidence> evidenceFor(const PairContext& pair, const PassWeights& weights);

} // namespace cadastre

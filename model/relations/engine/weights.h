// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Weights: how much each feature of each signal counts, in log odds. The numbers stand in
// weights.tsv, with where they come from; they are compiled in.
#pragma once

#include "model/relations/engine/signal.h"

namespace cadastre {

/// A model of log odds: a sum over the features that are present, and over pairs of features that
/// are present together.
struct PassWeights
{
    struct Partner
    {
        int feature; ///< larger than the one it stands with
        double weight;
    };
    double base = 0;
    std::vector<double> single; ///< by feature, in the order of allSignals() and their features
    std::vector<std::vector<Partner>> together; ///< by the smaller feature

    /// `features` ascending.
    [[nodiscard]] double sumOf(const std::vector<int>& features) const;
};

struct Weights
{
    PassWeights firstPass;  ///< without knowledge of the schema's habits
    PassWeights secondPass; ///< with it
};

/// `signal: feature` of every feature, in the same order.
const QStringList& featureNames();

/// From the text of weights.tsv. A feature that stands in no line counts 0; a line that names no
/// feature fails, with its number.
Result<Weights> weightsFromText(QByteArrayView text);

/// Those that are compiled in.
const Weights& fittedWeights();

/// The text of weights.tsv, generated at build time.
QByteArrayView weightsText();

} // namespace cadastre

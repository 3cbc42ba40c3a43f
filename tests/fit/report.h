// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a fit is worth: precision, recall and F1 per schema and in the mean (macro), and how often
// what is shown with a confidence is right.
#pragma once

#include "tests/fit/examples.h"

namespace cadastre::fit {

/// One schema with the weights that did not see it.
struct Judged
{
    const PreparedSchema* schema;
    const SchemaExamples* examples;
    const PassWeights* weights;
    int known = 0; ///< references that were given: right, and not counted in `examples`
};

/// Prints a line per schema when `each`, and the means.
void printQuality(const QString& title, const std::vector<Judged>& judged, bool each);

/// Prints, by tenths of the model's probability, how many were right in the mean of the schemas
/// whose truth is complete: the points of calibration.cpp.
void printCalibration(const std::vector<Judged>& judged);

/// NAME.tsv per schema in `folder`, as score.py reads it.
Result<Nothing> writePredictions(const QString& folder, const std::vector<Judged>& judged);

} // namespace cadastre::fit

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a fit is worth: precision, recall and F1 per schema and in the mean (macro), and how often
// what is shown with a confidence is right.
#pragma once

#include "tests/fit/examples.h"
#include "tests/fit/scores.h"

namespace cadastre::fit {

/// One schema with the weights that did not see it.
struct Judged
{
    const PreparedSchema* schema;
    const SchemaExamples* examples;
    const PassWeights* weights;
    int known = 0; ///< references that were given: right, and not counted in `examples`
};

struct Quality
{
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

/// Of columns with one key each, at confidence 0.5; the mean of the schemas.
Quality meanQuality(const std::vector<Judged>& judged);

/// Prints a line per schema when `each`, and the means.
void printQuality(const QString& title, const std::vector<Judged>& judged, bool each);

/// Prints what the whole engine finds: a line per schema, and the means.
void printScores(const QString& title, const std::vector<SchemaScore>& scores);

/// Prints, by tenths of the model's probability, how many were right in the mean of the schemas
/// whose truth is complete: the points of calibration.cpp.
void printCalibration(const std::vector<Judged>& judged);

} // namespace cadastre::fit

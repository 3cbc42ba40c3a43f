// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Calibration: from the probability that the model computes to the confidence that is shown, so
// that of what is shown at 0.9 about nine in ten are right in schemas that the model has never
// seen.
#pragma once

namespace cadastre {

/// Piecewise linear through the points of the table in calibration.cpp; 0 to 0, 1 to 1, increasing.
double calibratedConfidence(double probability);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The points were measured with `./dev fit`: probabilities of schemas that were left out of the
// fit, against the share of them that was right, schemas with incomplete truth left out.
#include "model/relations/engine/calibration.h"

#include <array>

namespace cadastre {

namespace {

struct CalibrationPoint
{
    double probability;
    double confidence;
};

constexpr std::array calibrationPoints{CalibrationPoint{0.0, 0.0}, CalibrationPoint{0.38, 0.5},
                                       CalibrationPoint{0.9, 0.9}, CalibrationPoint{1.0, 1.0}};

} // namespace

double calibratedConfidence(double probability)
{
    CalibrationPoint below = calibrationPoints.front();
    for (const CalibrationPoint& point : calibrationPoints) {
        if (probability <= point.probability && point.probability > below.probability)
            return below.confidence + (probability - below.probability) *
                                          (point.confidence - below.confidence) /
                                          (point.probability - below.probability);
        below = point;
    }
    return 1;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lanes: vertical lines that would lie on top of each other in a gap between columns get places
// beside each other. Lines that end at the same row share a lane: they are one trunk.
#pragma once

#include "diagram/routing_obstacles.h"

#include <cstdint>
#include <map>
#include <vector>

namespace cadastre {

/// A vertical line that wants a place in a gap.
struct LaneRequest
{
    int area = 0; ///< gaps of different areas have nothing to do with each other
    SideGap gap;
    double top = 0;
    double bottom = 0;
    std::int64_t trunk = 0; ///< equal for lines that may share a lane
    double source = 0;      ///< height at which the trunk comes into the gap
    bool comesFromLeft = true;
};

/// The x of each request, parallel to them. Lines keep `stub` from both sides of the gap where it
/// is wide enough. Deterministic.
std::vector<double> assignLanes(const std::vector<LaneRequest>& requests, double stub);

} // namespace cadastre

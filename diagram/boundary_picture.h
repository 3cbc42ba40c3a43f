// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// BoundaryPicture: what a diagram has to know about boundaries: who owns which table, what is
// published, what crosses, and from whose eyes the picture is seen. Who works it out is not known
// here.
#pragma once

#include "model/boundaries/crossings/crossing_state.h"

namespace cadastre {

struct BoundaryPicture
{
    Boundaries boundaries;
    Ownership ownership;
    /// What crosses, judged; for the counts of regions and the split of ribbons. May be empty
    /// before the check is there.
    std::vector<JudgedCrossing> crossings;
    /// Only what this boundary may see: private objects of others are left out.
    std::optional<BoundaryIndex> seenBy;

    bool operator==(const BoundaryPicture&) const = default;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where an arrow key leads from a table: what is related and lies in that direction; only where
// there is none, the next table that lies there.
#pragma once

#include "diagram/scene.h"

namespace cadastre {

struct WalkStep
{
    int node = 0;
    bool related = false; ///< by a relationship that is shown

    bool operator==(const WalkStep&) const = default;
};

/// `direction` has length 1 along an axis; absent where nothing lies there. What is off to the side
/// counts as farther.
std::optional<WalkStep> stepFrom(const DiagramScene& scene, int node, QPointF direction);

} // namespace cadastre

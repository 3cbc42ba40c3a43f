// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the panel "Start here" and the page about a database show: the tour and the page of one
// catalog. Values only; who works them out lives in app/.
#pragma once

#include "model/orientation/overview.h"

namespace cadastre {

struct OrientationState
{
    CommentedCatalog commented; ///< without a catalog: nothing is open
    Importance importance;
    StartHere start;
    Overview overview;
};

using OrientationStatePointer = std::shared_ptr<const OrientationState>;

} // namespace cadastre

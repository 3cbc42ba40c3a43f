// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The signs of boundaries: gates on lines, contracts and replicas, kinds of regions. Private to
// sign.cpp, which has all others.
#pragma once

#include "diagram/sign.h"

namespace cadastre {

/// From Sign::Gate on.
SignOutline boundarySignOutline(Sign sign);

} // namespace cadastre

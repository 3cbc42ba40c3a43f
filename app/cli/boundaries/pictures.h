// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The pictures of the boundary report: the map of everything, and one picture of each boundary with
// what is linked with it.
#pragma once

#include "app/cli/boundaries/action.h"

#include <map>

namespace cadastre {

/// SVG by name of boundary; the map under the empty name. What cannot be drawn is left out.
std::map<QString, QByteArray> boundaryPictures(const BoundariesInput& input,
                                               const BoundaryCheck& check);

} // namespace cadastre

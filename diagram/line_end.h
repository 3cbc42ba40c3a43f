// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands at the ends of lines: crow's feet, bars, circles, arrows. Outlines that raster and
// vector share.
#pragma once

#include "diagram/draw_list.h"

#include <QPainterPath>

namespace cadastre {

struct LineEndOutline
{
    QPainterPath
        stroke; ///< scene pixels; the box's side is at 0,0 and the line leaves to the right
    QPainterPath hollow; ///< filled with the background, then stroked
};

/// How far an outline reaches from the box, scene pixels.
inline constexpr double lineEndLength = 20;

const LineEndOutline& lineEndOutline(LineEnd end);
/// "zero-or-many": for ids and golden files.
QLatin1String lineEndName(LineEnd end);

} // namespace cadastre

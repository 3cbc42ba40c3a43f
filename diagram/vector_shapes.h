// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Shapes that the vector back ends share, from draw list structs to painter paths.
#pragma once

#include "diagram/draw_list.h"

#include <QPainterPath>

namespace cadastre {

inline constexpr double vectorCornerRadius = 6;
inline constexpr double vectorRegionRadius = 14;
inline constexpr double vectorBendRadius = 8;

/// The line of a draw list with rounded bends; a curve for ribbons.
QPainterPath linePath(const DrawList& list, const DrawLine& line);
/// A header: the upper corners rounded, inside the frame of its box.
QPainterPath headerPath(const QRectF& rect);
/// How much wider both strokes of a twofold line are than one.
inline constexpr double twofoldExtra = 2;
/// Radius of a box's corners.
double cornerRadiusOf(const DrawBox& box);
/// Degrees, clockwise, by which an outline that leaves to the right is turned to leave from a to b.
int lineEndDegrees(QPointF from, QPointF next);
/// Where the text begins or ends (by its alignment) on its base line.
QPointF baseLineAnchor(const DrawText& text);

} // namespace cadastre

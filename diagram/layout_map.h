// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The map of groups: boxes of fixed size, put close together without overlap, each near where a
// spring layout wanted it.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace cadastre {

/// Cuts the boxes by their centres into halves, again and again, and puts the halves beside or
/// above each other, whichever gives the smaller whole near the aspect ratio (width / height): a
/// slicing floorplan (Otten, "Automatic floorplan design", 1982). Neighbours stay neighbours;
/// nothing overlaps. Returns the places of the boxes, the whole with its top left at (0, 0).
std::vector<QRectF> arrangeMap(const std::vector<QSizeF>& sizes,
                               const std::vector<QPointF>& centres, double spacing, double aspect);

} // namespace cadastre

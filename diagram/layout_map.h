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

/// Where a box went, and in which of its sizes.
struct MapPlace
{
    QRectF rect;
    int shape = 0; ///< index into the box's sizes
};

/// Cuts the boxes by their centres into two parts, again and again, and puts the parts beside or
/// above each other, whichever gives the smaller whole near the aspect ratio (width / height): a
/// slicing floorplan with shapes that can be chosen (Stockmeyer, "Optimal orientations of cells in
/// slicing floorplan designs", 1983). Neighbours stay neighbours; nothing overlaps.
/// `sizes`: of each box the sizes it could have, at least one. Returns for each aspect ratio one
/// place per box, the whole with its top left at (0, 0).
std::vector<std::vector<MapPlace>> arrangeMaps(const std::vector<std::vector<QSizeF>>& sizes,
                                               const std::vector<QPointF>& centres, double spacing,
                                               const std::vector<double>& aspects);

} // namespace cadastre

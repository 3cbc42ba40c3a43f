// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Packing of rectangles into a compact whole without overlap: components of a group, tables without
// relationships, and small boxes in the holes between. Knows nothing of tables.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace cadastre {

struct Packing
{
    std::vector<QPointF> positions; ///< top left, parallel to the input, from (0, 0)
    QSizeF size;
};

/// How far a size is from a wanted aspect ratio (width / height) and from being small; less is
/// better.
double packingCost(const QSizeF& size, double aspect);

/// Packs boxes from top left, larger ones first, so that the whole comes near the aspect ratio.
Packing packBoxes(const std::vector<QSizeF>& sizes, double spacing, double aspect);

/// Columns of boxes in the given order, each box in the column that is shortest so far.
Packing packColumns(const std::vector<QSizeF>& sizes, double spacing, int columns);

/// The same with the number of columns that fits the aspect ratio best.
Packing packGrid(const std::vector<QSizeF>& sizes, double spacing, double aspect);

/// Places for boxes in the free corners of what is already placed, below or above its columns,
/// without making the whole larger; absent for those that do not fit. `across` and `down`: how far
/// from others they keep. Taller boxes choose first, the place furthest to the right and bottom.
std::vector<std::optional<QPointF>> fillHoles(const std::vector<QRectF>& placed,
                                              const std::vector<QSizeF>& sizes, double across,
                                              double down);

} // namespace cadastre

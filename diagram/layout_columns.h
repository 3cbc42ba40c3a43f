// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns: from the ranks of a layered layout to columns of boxes that make a compact picture.
// Ranks much taller than the whole is wide are folded into several columns; boxes move up or down
// so that lines between rows get short.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace cadastre {

/// A line between two boxes, from left to right, and how far below the top it leaves and arrives.
struct ColumnLink
{
    int from = 0;
    int to = 0;
    double fromOffset = 0;
    double toOffset = 0;
};

struct ColumnStyle
{
    double boxGap = 28;     ///< between boxes of a column
    double foldAbove = 1.6; ///< height / width from which ranks are folded
    double aspect = 1.4;    ///< width / height that folding aims at
};

/// `centres`: as the layered layout gave them, boxes of one rank with the same x. Returns places
/// with the top left of all at (0, 0); boxes do not overlap. Deterministic.
std::vector<QRectF> arrangeColumns(const std::vector<QSizeF>& sizes,
                                   const std::vector<QPointF>& centres,
                                   const std::vector<ColumnLink>& links, const ColumnStyle& style);

} // namespace cadastre

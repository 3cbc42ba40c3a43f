// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boxes: how large a table's box must be for its texts, and where its rows are. Measuring is a
// function passed in as a value, so that the same graph can be made without a font system.
#pragma once

#include "diagram/graph.h"

#include <QRectF>

#include <functional>

namespace cadastre {

/// Between a name and the other name of the same object.
constexpr double meantGap = 6;
inline const QString nameSeparator = QStringLiteral(" · ");

/// Widths of texts in scene pixels at scale 1.
struct BoxMetrics
{
    BoxShape shape;
    std::function<double(const QString&)> titleWidth;
    std::function<double(const QString&)> subtitleWidth;
    std::function<double(const QString&)> rowWidth;
};

/// Every character is 7 pixels wide: the same picture on every machine, for tests.
BoxMetrics fixedBoxMetrics();

/// Size of a node's box; whole pixels.
QSizeF boxSize(const DiagramNode& node, const BoxMetrics& metrics);

/// The rectangle of a row in a box; the header for row -1.
QRectF rowRect(const QRectF& box, const BoxShape& shape, int row);

/// The row at a height inside the box; -1 for the header, absent below the last row.
std::optional<int> rowAt(const QRectF& box, const BoxShape& shape, double y, int rowCount);

} // namespace cadastre

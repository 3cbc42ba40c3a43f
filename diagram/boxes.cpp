// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/boxes.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr double versionRoom = 18; ///< around a contract's version

double headerWidth(const DiagramNode& node, const BoxMetrics& metrics)
{
    const int badges = (node.actsOnItsOwn ? 1 : 0) + (node.foldedTables > 0 ? 1 : 0) +
                       (node.warning ? 1 : 0) + (node.exposure != Exposure::Private ? 1 : 0);
    const double version = node.contractVersion.isEmpty()
                               ? 0
                               : metrics.subtitleWidth(node.contractVersion) + versionRoom;
    const double title = std::max(metrics.titleWidth(node.title), metrics.titleWidth(node.meant));
    const QString subtitle =
        node.meant.isEmpty() ? node.subtitle : QString(node.title + nameSeparator + node.subtitle);
    return std::max(title + version, metrics.subtitleWidth(subtitle)) +
           badges * metrics.shape.badgeWidth;
}

} // namespace

BoxMetrics fixedBoxMetrics()
{
    const auto width = [](const QString& text) { return 7.0 * static_cast<double>(text.size()); };
    return {.shape = {}, .titleWidth = width, .subtitleWidth = width, .rowWidth = width};
}

QSizeF boxSize(const DiagramNode& node, const BoxMetrics& metrics)
{
    const BoxShape& shape = metrics.shape;
    double width = headerWidth(node, metrics);
    for (const DiagramRow& row : node.rows) {
        const double type = row.type.isEmpty() ? 0 : shape.columnGap + metrics.rowWidth(row.type);
        const double meant = row.meant.isEmpty() ? 0 : meantGap + metrics.rowWidth(row.meant);
        width = std::max(width, shape.marksWidth + metrics.rowWidth(row.text) + meant + type);
    }
    const double rows = static_cast<double>(node.rows.size()) * shape.rowHeight;
    const double bottom = node.rows.empty() ? 0 : shape.bottomPadding;
    return {
        std::clamp(std::ceil(width) + 2 * shape.padding, shape.minimumWidth, shape.maximumWidth),
        std::ceil(shape.headerHeight + rows + bottom)};
}

QRectF rowRect(const QRectF& box, const BoxShape& shape, int row)
{
    if (row < 0)
        return {box.x(), box.y(), box.width(), shape.headerHeight};
    return {box.x(), box.y() + shape.headerHeight + row * shape.rowHeight, box.width(),
            shape.rowHeight};
}

std::optional<int> rowAt(const QRectF& box, const BoxShape& shape, double y, int rowCount)
{
    const double below = y - box.y() - shape.headerHeight;
    if (below < 0)
        return -1;
    const int row = static_cast<int>(below / shape.rowHeight);
    return row < rowCount ? std::optional(row) : std::nullopt;
}

} // namespace cadastre

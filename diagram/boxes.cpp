// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/boxes.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace cadastre {

namespace {

/// Advances of the Latin-1 characters of a font; other texts are measured by the font itself.
class AdvanceTable
{
public:
    explicit AdvanceTable(const QFont& font)
        : m_metrics(font)
    {
        for (std::size_t code = 0; code < m_advances.size(); ++code)
            m_advances[code] = m_metrics.horizontalAdvance(QChar(static_cast<ushort>(code)));
    }

    [[nodiscard]] double width(const QString& text) const
    {
        double sum = 0;
        for (QChar character : text) {
            if (character.unicode() >= m_advances.size())
                return m_metrics.horizontalAdvance(text);
            sum += m_advances[character.unicode()];
        }
        return sum;
    }

private:
    QFontMetricsF m_metrics;
    std::array<double, 256> m_advances{};
};

std::function<double(const QString&)> widthFunction(const QFont& font)
{
    return [table = std::make_shared<const AdvanceTable>(font)](const QString& text) {
        return table->width(text);
    };
}

double headerWidth(const DiagramNode& node, const BoxMetrics& metrics)
{
    const int badges =
        (node.actsOnItsOwn ? 1 : 0) + (node.foldedTables > 0 ? 1 : 0) + (node.warning ? 1 : 0);
    return std::max(metrics.titleWidth(node.title), metrics.subtitleWidth(node.subtitle)) +
           badges * metrics.shape.badgeWidth;
}

} // namespace

BoxMetrics fontBoxMetrics(const QFont& title, const QFont& subtitle, const QFont& row)
{
    BoxMetrics metrics;
    metrics.titleWidth = widthFunction(title);
    metrics.subtitleWidth = widthFunction(subtitle);
    metrics.rowWidth = widthFunction(row);
    return metrics;
}

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
        width = std::max(width, shape.marksWidth + metrics.rowWidth(row.text) + type);
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

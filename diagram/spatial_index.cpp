// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/spatial_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cadastre {

namespace {

/// About this many cells per item keeps both the grid and the lists short.
constexpr double itemsPerCell = 2;
constexpr int maxCellsPerSide = 512;

bool touches(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() &&
           b.top() <= a.bottom();
}

} // namespace

SpatialIndex::SpatialIndex(const std::vector<QRectF>& rectangles)
    : m_rectangles(rectangles)
{
    if (rectangles.empty())
        return;
    for (const QRectF& rectangle : rectangles)
        m_bounds = m_bounds.isNull() ? rectangle : m_bounds.united(rectangle);
    const double cells = std::max(1.0, double(rectangles.size()) / itemsPerCell);
    const double widest = std::max(m_bounds.width(), m_bounds.height());
    m_cellSize = std::max(
        {std::sqrt(m_bounds.width() * m_bounds.height() / cells), widest / maxCellsPerSide, 1.0});
    m_columns = int(m_bounds.width() / m_cellSize) + 1;
    m_rows = int(m_bounds.height() / m_cellSize) + 1;

    const auto forEachCell = [this](const auto& visit) {
        for (int item = 0; item < int(m_rectangles.size()); ++item) {
            const Cells cellRange = cellsOf(m_rectangles[item]);
            for (int row = cellRange.top; row <= cellRange.bottom; ++row)
                for (int column = cellRange.left; column <= cellRange.right; ++column)
                    visit(row * m_columns + column, item);
        }
    };
    m_cellOffsets.assign(std::size_t(m_columns) * m_rows + 1, 0);
    forEachCell([this](int cell, int) { ++m_cellOffsets[cell + 1]; });
    std::partial_sum(m_cellOffsets.begin(), m_cellOffsets.end(), m_cellOffsets.begin());
    m_items.resize(m_cellOffsets.back());
    std::vector<std::int32_t> next(m_cellOffsets.begin(), m_cellOffsets.end() - 1);
    forEachCell([&](int cell, int item) { m_items[next[cell]++] = item; });
}

SpatialIndex::Cells SpatialIndex::cellsOf(const QRectF& area) const
{
    const auto cell = [this](double distance, int count) {
        return int(std::clamp(std::floor(distance / m_cellSize), 0.0, double(count - 1)));
    };
    return {cell(area.left() - m_bounds.left(), m_columns),
            cell(area.top() - m_bounds.top(), m_rows),
            cell(area.right() - m_bounds.left(), m_columns),
            cell(area.bottom() - m_bounds.top(), m_rows)};
}

std::vector<int> SpatialIndex::intersecting(const QRectF& area) const
{
    std::vector<int> found;
    if (m_rectangles.empty() || !touches(area, m_bounds))
        return found;
    const Cells range = cellsOf(area);
    for (int row = range.top; row <= range.bottom; ++row) {
        for (int column = range.left; column <= range.right; ++column) {
            const int cell = row * m_columns + column;
            for (auto i = m_cellOffsets[cell]; i < m_cellOffsets[cell + 1]; ++i) {
                const QRectF& rectangle = m_rectangles[m_items[i]];
                if (!touches(rectangle, area))
                    continue;
                // An item of several cells counts in the first of them that the area sees.
                const Cells own = cellsOf(rectangle);
                if (std::max(own.left, range.left) == column && std::max(own.top, range.top) == row)
                    found.push_back(m_items[i]);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace cadastre

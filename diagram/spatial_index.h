// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SpatialIndex: which rectangles touch a rectangle, by a uniform grid. Knows numbers only, no
// tables.
#pragma once

#include <QRectF>

#include <cstdint>
#include <vector>

namespace cadastre {

class SpatialIndex
{
public:
    SpatialIndex() = default;
    /// Rectangles in scene pixels; item i is the i-th of them.
    explicit SpatialIndex(const std::vector<QRectF>& rectangles);

    /// Items whose rectangle intersects `area` or touches its border, ascending, each once.
    [[nodiscard]] std::vector<int> intersecting(const QRectF& area) const;

private:
    struct Cells
    {
        int left = 0;
        int top = 0;
        int right = -1; ///< inclusive
        int bottom = -1;
    };
    [[nodiscard]] Cells cellsOf(const QRectF& area) const;

    QRectF m_bounds;
    double m_cellSize = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<QRectF> m_rectangles;
    std::vector<std::int32_t> m_cellOffsets;
    std::vector<std::int32_t> m_items;
};

} // namespace cadastre

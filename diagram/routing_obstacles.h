// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where boxes are in the way of lines: a uniform grid over all boxes of a layout, asked with
// horizontal and vertical lines.
#pragma once

#include <QRectF>

#include <vector>

namespace cadastre {

/// The free room beside a box, between its column and the next.
struct SideGap
{
    double low = 0; ///< scene x
    double high = 0;
};

class RoutingObstacles
{
public:
    explicit RoutingObstacles(const std::vector<QRectF>& boxes);

    /// No box but the two crosses the horizontal line.
    [[nodiscard]] bool isFree(double left, double right, double y, int exceptA, int exceptB) const;

    /// Boxes that the horizontal line crosses, without the two; may name one more than once.
    void collect(double left, double right, double y, int exceptA, int exceptB,
                 std::vector<int>& found) const;

    /// The room right of a box that a vertical line from `top` to `bottom` can use.
    [[nodiscard]] SideGap gapRightOf(int box, double top, double bottom) const;
    [[nodiscard]] SideGap gapLeftOf(int box, double top, double bottom) const;

    [[nodiscard]] const QRectF& box(int index) const { return m_boxes[index]; }

private:
    template <typename Visit>
    void visit(double left, double right, double top, double bottom, Visit visitor) const;

    const std::vector<QRectF>& m_boxes;
    QRectF m_bounds;
    double m_cell = 1;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<int> m_starts; ///< by cell; offsets into m_members
    std::vector<int> m_members;
};

} // namespace cadastre

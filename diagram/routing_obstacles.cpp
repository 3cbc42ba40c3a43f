// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/routing_obstacles.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr double smallestCell = 300;
constexpr int mostCellsAcross = 400;
constexpr double clearance = 5;      ///< lines keep this far from boxes
constexpr double widestSearch = 220; ///< how far beside a box the next column is looked for

} // namespace

RoutingObstacles::RoutingObstacles(const std::vector<QRectF>& boxes)
    : m_boxes(boxes)
{
    for (const QRectF& box : boxes)
        m_bounds |= box;
    m_cell =
        std::max(smallestCell, std::max(m_bounds.width(), m_bounds.height()) / mostCellsAcross);
    m_columns = static_cast<int>(m_bounds.width() / m_cell) + 1;
    m_rows = static_cast<int>(m_bounds.height() / m_cell) + 1;
    m_starts.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    const auto forEachCell = [&](const QRectF& box, auto action) {
        const int left = static_cast<int>((box.left() - m_bounds.left()) / m_cell);
        const int right = static_cast<int>((box.right() - m_bounds.left()) / m_cell);
        const int top = static_cast<int>((box.top() - m_bounds.top()) / m_cell);
        const int bottom = static_cast<int>((box.bottom() - m_bounds.top()) / m_cell);
        for (int row = top; row <= bottom; ++row) {
            for (int column = left; column <= right; ++column)
                action(row * m_columns + column);
        }
    };
    for (const QRectF& box : boxes)
        forEachCell(box, [this](int cell) { ++m_starts[cell + 1]; });
    for (std::size_t i = 1; i < m_starts.size(); ++i)
        m_starts[i] += m_starts[i - 1];
    m_members.resize(static_cast<std::size_t>(m_starts.back()));
    std::vector<int> next(m_starts.begin(), m_starts.end() - 1);
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i)
        forEachCell(boxes[i], [&](int cell) { m_members[next[cell]++] = i; });
}

/// Calls the visitor for every box that meets the rectangle, until it returns false; a box in
/// several cells comes several times.
template <typename Visit>
void RoutingObstacles::visit(double left, double right, double top, double bottom,
                             Visit visitor) const
{
    const auto cellOf = [this](double value, double origin, int count) {
        return std::clamp(static_cast<int>(std::floor((value - origin) / m_cell)), 0, count - 1);
    };
    const int firstColumn = cellOf(left, m_bounds.left(), m_columns);
    const int lastColumn = cellOf(right, m_bounds.left(), m_columns);
    const int firstRow = cellOf(top, m_bounds.top(), m_rows);
    const int lastRow = cellOf(bottom, m_bounds.top(), m_rows);
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int column = firstColumn; column <= lastColumn; ++column) {
            const int cell = row * m_columns + column;
            for (int i = m_starts[cell]; i < m_starts[cell + 1]; ++i) {
                const QRectF& box = m_boxes[m_members[i]];
                const bool meets = box.left() < right && box.right() > left && box.top() < bottom &&
                                   box.bottom() > top;
                if (meets && !visitor(m_members[i]))
                    return;
            }
        }
    }
}

bool RoutingObstacles::isFree(double left, double right, double y, int exceptA, int exceptB) const
{
    bool free = true;
    visit(left, right, y - clearance, y + clearance, [&](int box) {
        free = box == exceptA || box == exceptB;
        return free;
    });
    return free;
}

void RoutingObstacles::collect(double left, double right, double y, int exceptA, int exceptB,
                               std::vector<int>& found) const
{
    visit(left, right, y - clearance, y + clearance, [&](int box) {
        if (box != exceptA && box != exceptB)
            found.push_back(box);
        return true;
    });
}

SideGap RoutingObstacles::gapRightOf(int box, double top, double bottom) const
{
    const QRectF& own = m_boxes[box];
    SideGap gap{own.right(), own.right() + widestSearch};
    visit(own.left(), gap.high, top, bottom, [&](int other) {
        const QRectF& rect = m_boxes[other];
        if (rect.left() >= own.right())
            gap.high = std::min(gap.high, rect.left());
        return true;
    });
    visit(own.left(), gap.high, top, bottom, [&](int other) {
        const QRectF& rect = m_boxes[other];
        if (rect.left() < own.right() && rect.right() < gap.high)
            gap.low = std::max(gap.low, rect.right());
        return true;
    });
    return gap;
}

SideGap RoutingObstacles::gapLeftOf(int box, double top, double bottom) const
{
    const QRectF& own = m_boxes[box];
    SideGap gap{own.left() - widestSearch, own.left()};
    visit(gap.low, own.right(), top, bottom, [&](int other) {
        const QRectF& rect = m_boxes[other];
        if (rect.right() <= own.left())
            gap.low = std::max(gap.low, rect.right());
        return true;
    });
    visit(gap.low, own.right(), top, bottom, [&](int other) {
        const QRectF& rect = m_boxes[other];
        if (rect.right() > own.left() && rect.left() > gap.low)
            gap.high = std::min(gap.high, rect.left());
        return true;
    });
    return gap;
}

} // namespace cadastre

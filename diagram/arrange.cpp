// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/arrange.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cadastre {

namespace {

constexpr double boxSpacing = 40;

QRectF boundsOfBoxes(const std::vector<QRectF>& boxes)
{
    return std::accumulate(boxes.begin(), boxes.end(), QRectF(),
                           [](const QRectF& all, const QRectF& box) { return all | box; });
}

std::vector<int> sortedBoxes(const std::vector<QRectF>& boxes, bool byTop)
{
    std::vector<int> order(boxes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return byTop ? boxes[a].top() < boxes[b].top() : boxes[a].left() < boxes[b].left();
    });
    return order;
}

/// In one column or one row, without covering each other.
std::vector<QPointF> alignedBoxes(const std::vector<QRectF>& boxes, bool left)
{
    const QRectF all = boundsOfBoxes(boxes);
    std::vector<QPointF> places(boxes.size());
    double next = left ? all.top() : all.left();
    for (const int i : sortedBoxes(boxes, left)) {
        const double at = std::max(next, left ? boxes[i].top() : boxes[i].left());
        places[i] = (left ? QPointF(all.left(), at) : QPointF(at, all.top())).toPoint();
        next = at + (left ? boxes[i].height() : boxes[i].width()) + boxSpacing;
    }
    return places;
}

/// About as wide as high.
std::vector<QPointF> rowsOfBoxes(const std::vector<QRectF>& boxes)
{
    const QRectF all = boundsOfBoxes(boxes);
    double area = 0;
    double widest = 0;
    for (const QRectF& box : boxes) {
        area += (box.width() + boxSpacing) * (box.height() + boxSpacing);
        widest = std::max(widest, box.width());
    }
    const double rowWidth = std::max(widest, 1.3 * std::sqrt(area));
    std::vector<QPointF> places(boxes.size());
    QPointF at = all.topLeft();
    double rowHeight = 0;
    for (const int i : sortedBoxes(boxes, true)) {
        if (at.x() > all.left() && at.x() + boxes[i].width() > all.left() + rowWidth) {
            at = {all.left(), at.y() + rowHeight + boxSpacing};
            rowHeight = 0;
        }
        places[i] = at.toPoint();
        at.rx() += boxes[i].width() + boxSpacing;
        rowHeight = std::max(rowHeight, boxes[i].height());
    }
    return places;
}

} // namespace

std::vector<QPointF> arranged(const std::vector<QRectF>& boxes, Arrangement arrangement)
{
    if (arrangement == Arrangement::Rows)
        return rowsOfBoxes(boxes);
    return alignedBoxes(boxes, arrangement == Arrangement::AlignLeft);
}

} // namespace cadastre

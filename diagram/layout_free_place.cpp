// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The nearest free corner lies on the border of one blocked rectangle, level with the wanted place
// or with the border of another; only these are tried, nearest first.
#include "diagram/layout_free_place.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadastre {

namespace {

/// Where the top left corner of the box must not be.
std::vector<QRectF> blockedCorners(const QSizeF& size, const std::vector<QRectF>& obstacles,
                                   double spacing)
{
    std::vector<QRectF> blocked;
    blocked.reserve(obstacles.size());
    for (const QRectF& obstacle : obstacles)
        blocked.push_back(
            obstacle.adjusted(-size.width() - spacing, -size.height() - spacing, spacing, spacing));
    return blocked;
}

bool isFree(const QPointF& point, const std::vector<QRectF>& blocked)
{
    return std::none_of(blocked.begin(), blocked.end(), [&](const QRectF& rect) {
        return point.x() > rect.left() + 0.01 && point.x() < rect.right() - 0.01 &&
               point.y() > rect.top() + 0.01 && point.y() < rect.bottom() - 0.01;
    });
}

std::vector<QRectF> nearestRects(std::vector<QRectF> rects, const QPointF& corner)
{
    constexpr std::size_t mostBorders = 50;
    const auto distance = [&](const QRectF& rect) {
        return (rect.center() - corner).manhattanLength();
    };
    std::stable_sort(rects.begin(), rects.end(),
                     [&](const QRectF& a, const QRectF& b) { return distance(a) < distance(b); });
    rects.resize(std::min(rects.size(), mostBorders));
    return rects;
}

void sortNearestFirst(std::vector<double>& values, double to)
{
    std::sort(values.begin(), values.end(), [to](double a, double b) {
        const double left = std::abs(a - to);
        const double right = std::abs(b - to);
        return left != right ? left < right : a < b;
    });
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

QPointF rightOfAll(const std::vector<QRectF>& blocked, const QPointF& corner)
{
    double rightmost = corner.x();
    for (const QRectF& rect : blocked)
        rightmost = std::max(rightmost, rect.right());
    return {rightmost, corner.y()};
}

} // namespace

QPointF nearestFreePlace(const QSizeF& size, const QPointF& wanted,
                         const std::vector<QRectF>& obstacles, double spacing)
{
    const QPointF corner = wanted - QPointF(size.width() / 2, size.height() / 2);
    const std::vector<QRectF> blocked = blockedCorners(size, obstacles, spacing);
    if (isFree(corner, blocked))
        return corner;
    std::vector<double> xs{corner.x()};
    std::vector<double> ys{corner.y()};
    for (const QRectF& rect : nearestRects(blocked, corner)) {
        xs.insert(xs.end(), {rect.left(), rect.right()});
        ys.insert(ys.end(), {rect.top(), rect.bottom()});
    }
    sortNearestFirst(xs, corner.x());
    sortNearestFirst(ys, corner.y());
    QPointF best = rightOfAll(blocked, corner);
    double bestDistance = std::numeric_limits<double>::max();
    for (double x : xs) {
        const double across = (x - corner.x()) * (x - corner.x());
        if (across >= bestDistance)
            break;
        for (double y : ys) {
            const double whole = across + (y - corner.y()) * (y - corner.y());
            if (whole >= bestDistance)
                break;
            if (isFree({x, y}, blocked)) {
                bestDistance = whole;
                best = {x, y};
            }
        }
    }
    return best;
}

} // namespace cadastre

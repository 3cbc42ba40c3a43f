// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_packing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cadastre {

namespace {

/// The upper edge of what is packed so far, as level pieces from left to right.
class Skyline
{
public:
    Skyline(double width, double spacing)
        : m_width(width)
        , m_spacing(spacing)
        , m_pieces{{0, width, 0}}
    {
    }

    /// The lowest place from the top for a box, leftmost among equals.
    QPointF add(const QSizeF& size)
    {
        const double width = size.width() + m_spacing;
        QPointF best(0, std::numeric_limits<double>::max());
        for (const Piece& piece : m_pieces) {
            if (piece.x + width > m_width + 0.5)
                break;
            const double y = heightOver(piece.x, piece.x + width);
            if (y < best.y() - 0.5)
                best = {piece.x, y};
        }
        raise(best.x(), best.x() + width, best.y() + size.height() + m_spacing);
        return best;
    }

private:
    struct Piece
    {
        double x;
        double end;
        double y;
    };

    [[nodiscard]] double heightOver(double x, double end) const
    {
        double y = 0;
        for (const Piece& piece : m_pieces) {
            if (piece.end > x + 0.01 && piece.x < end - 0.01)
                y = std::max(y, piece.y);
        }
        return y;
    }

    void raise(double x, double end, double y)
    {
        std::vector<Piece> pieces;
        for (const Piece& piece : m_pieces) {
            if (piece.x < x)
                pieces.push_back({piece.x, std::min(piece.end, x), piece.y});
        }
        pieces.push_back({x, end, y});
        for (const Piece& piece : m_pieces) {
            if (piece.end > end)
                pieces.push_back({std::max(piece.x, end), piece.end, piece.y});
        }
        m_pieces = std::move(pieces);
    }

    double m_width;
    double m_spacing;
    std::vector<Piece> m_pieces;
};

Packing packInto(double width, const std::vector<QSizeF>& sizes, const std::vector<int>& order,
                 double spacing)
{
    Skyline skyline(width + spacing, spacing);
    Packing packing;
    packing.positions.resize(sizes.size());
    double right = 0;
    double bottom = 0;
    for (int i : order) {
        packing.positions[i] = skyline.add(sizes[i]);
        right = std::max(right, packing.positions[i].x() + sizes[i].width());
        bottom = std::max(bottom, packing.positions[i].y() + sizes[i].height());
    }
    packing.size = {right, bottom};
    return packing;
}

std::vector<int> tallestFirst(const std::vector<QSizeF>& sizes)
{
    std::vector<int> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return sizes[a].height() * sizes[a].width() > sizes[b].height() * sizes[b].width();
    });
    return order;
}

} // namespace

double packingCost(const QSizeF& size, double aspect)
{
    const double ratio = size.width() / std::max(size.height(), 1.0) / aspect;
    const double off = std::log(std::max(ratio, 1e-6));
    return size.width() * size.height() * (1 + off * off);
}

Packing packBoxes(const std::vector<QSizeF>& sizes, double spacing, double aspect)
{
    if (sizes.empty())
        return {};
    const std::vector<int> order = tallestFirst(sizes);
    double widest = 0;
    double all = 0;
    for (const QSizeF& size : sizes) {
        widest = std::max(widest, size.width());
        all += size.width() + spacing;
    }
    Packing best;
    double bestCost = std::numeric_limits<double>::max();
    constexpr double step = 1.12;
    for (double width = widest; width < all * step; width *= step) {
        Packing packing = packInto(width, sizes, order, spacing);
        const double cost = packingCost(packing.size, aspect);
        if (cost < bestCost - 0.5) {
            bestCost = cost;
            best = std::move(packing);
        }
    }
    return best;
}

Packing packColumns(const std::vector<QSizeF>& sizes, double spacing, int columns)
{
    std::vector<double> heights(static_cast<std::size_t>(columns), 0);
    std::vector<double> widths(static_cast<std::size_t>(columns), 0);
    std::vector<int> columnOf;
    Packing packing;
    for (const QSizeF& size : sizes) {
        const auto column = std::min_element(heights.begin(), heights.end()) - heights.begin();
        columnOf.push_back(static_cast<int>(column));
        packing.positions.emplace_back(0, heights[column]);
        heights[column] += size.height() + spacing;
        widths[column] = std::max(widths[column], size.width());
    }
    std::vector<double> lefts;
    double x = 0;
    for (double width : widths) {
        lefts.push_back(x);
        x += width > 0 ? width + spacing : 0;
    }
    for (std::size_t i = 0; i < sizes.size(); ++i)
        packing.positions[i].setX(lefts[columnOf[i]]);
    const double tallest = *std::max_element(heights.begin(), heights.end());
    packing.size = {std::max(0.0, x - spacing), std::max(0.0, tallest - spacing)};
    return packing;
}

Packing packGrid(const std::vector<QSizeF>& sizes, double spacing, double aspect)
{
    if (sizes.empty())
        return {};
    double area = 0;
    double widths = 0;
    for (const QSizeF& size : sizes) {
        area += (size.width() + spacing) * (size.height() + spacing);
        widths += size.width() + spacing;
    }
    const double mean = widths / static_cast<double>(sizes.size());
    const int guess = static_cast<int>(std::sqrt(area * aspect) / mean);
    Packing best;
    double bestCost = std::numeric_limits<double>::max();
    const int most = static_cast<int>(sizes.size());
    for (int columns = std::clamp(guess - 3, 1, most); columns <= std::min(guess + 3, most);
         ++columns) {
        Packing packing = packColumns(sizes, spacing, columns);
        const double cost = packingCost(packing.size, aspect);
        if (cost < bestCost) {
            bestCost = cost;
            best = std::move(packing);
        }
    }
    return best.positions.empty() ? packColumns(sizes, spacing, 1) : best;
}

std::vector<std::optional<QPointF>> fillHoles(const std::vector<QRectF>& placed,
                                              const std::vector<QSizeF>& sizes, double across,
                                              double down)
{
    std::vector<std::optional<QPointF>> places(sizes.size());
    QRectF bounds;
    for (const QRectF& rect : placed)
        bounds |= rect;
    std::vector<QRectF> taken = placed;
    const auto fits = [&](const QRectF& rect) {
        return bounds.contains(rect) &&
               std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) {
                   return other.adjusted(-across, -down, across, down).intersects(rect);
               });
    };
    for (int i : tallestFirst(sizes)) {
        std::optional<QRectF> best;
        for (const QRectF& column : placed) {
            for (const QRectF& above : taken) {
                if (above.left() != column.left())
                    continue;
                for (const double y : {above.bottom() + down, bounds.top()}) {
                    const QRectF rect(QPointF(column.left(), y), sizes[i]);
                    const bool further =
                        !best || rect.left() + rect.top() > best->left() + best->top();
                    if (further && fits(rect))
                        best = rect;
                }
            }
        }
        if (best) {
            places[i] = best->topLeft();
            taken.push_back(*best);
        }
    }
    return places;
}

QPointF nearestFreePlace(const QSizeF& size, const QPointF& wanted,
                         const std::vector<QRectF>& obstacles, double spacing)
{
    const double dx = size.width() / 2;
    const double dy = size.height() / 2;
    const QPointF corner = wanted - QPointF(dx, dy);
    std::vector<QRectF> blocked; // where the top left corner must not be
    blocked.reserve(obstacles.size());
    for (const QRectF& obstacle : obstacles)
        blocked.push_back(
            obstacle.adjusted(-size.width() - spacing, -size.height() - spacing, spacing, spacing));
    const auto isFree = [&](const QPointF& point) {
        return std::none_of(blocked.begin(), blocked.end(), [&](const QRectF& rect) {
            return point.x() > rect.left() + 0.01 && point.x() < rect.right() - 0.01 &&
                   point.y() > rect.top() + 0.01 && point.y() < rect.bottom() - 0.01;
        });
    };
    if (isFree(corner))
        return corner;
    // The nearest free corner lies on the border of one blocked rectangle, level with the wanted
    // place or with the border of another.
    constexpr std::size_t mostBorders = 50;
    std::vector<QRectF> near = blocked;
    const auto distance = [&](const QRectF& rect) {
        return (rect.center() - corner).manhattanLength();
    };
    std::stable_sort(near.begin(), near.end(),
                     [&](const QRectF& a, const QRectF& b) { return distance(a) < distance(b); });
    near.resize(std::min(near.size(), mostBorders));
    std::vector<double> xs{corner.x()};
    std::vector<double> ys{corner.y()};
    double rightmost = corner.x();
    for (const QRectF& rect : near) {
        xs.insert(xs.end(), {rect.left(), rect.right()});
        ys.insert(ys.end(), {rect.top(), rect.bottom()});
    }
    for (const QRectF& rect : blocked)
        rightmost = std::max(rightmost, rect.right());
    const auto nearestFirst = [](std::vector<double>& values, double to) {
        std::sort(values.begin(), values.end(), [to](double a, double b) {
            const double left = std::abs(a - to);
            const double right = std::abs(b - to);
            return left != right ? left < right : a < b;
        });
        values.erase(std::unique(values.begin(), values.end()), values.end());
    };
    nearestFirst(xs, corner.x());
    nearestFirst(ys, corner.y());
    QPointF best(rightmost, corner.y());
    double bestDistance = std::numeric_limits<double>::max();
    for (double x : xs) {
        const double across = (x - corner.x()) * (x - corner.x());
        if (across >= bestDistance)
            break;
        for (double y : ys) {
            const double whole = across + (y - corner.y()) * (y - corner.y());
            if (whole >= bestDistance)
                break;
            if (isFree({x, y})) {
                bestDistance = whole;
                best = {x, y};
            }
        }
    }
    return best;
}

} // namespace cadastre

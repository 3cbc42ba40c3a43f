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

} // namespace cadastre

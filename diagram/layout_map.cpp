// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_map.h"

#include "diagram/layout_packing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace cadastre {

namespace {

/// A part of the map: one box, or two parts beside or above each other.
struct Shape
{
    QSizeF size;
    int first = -1; ///< index of a part's shape list; -1 for a single box
    int second = -1;
    int firstShape = 0;
    int secondShape = 0;
    bool beside = true;
};

class Floorplan
{
public:
    Floorplan(const std::vector<QSizeF>& sizes, const std::vector<QPointF>& centres, double spacing,
              double aspect)
        : m_sizes(sizes)
        , m_centres(centres)
        , m_spacing(spacing)
        , m_aspect(aspect)
        , m_places(sizes.size())
    {
    }

    std::vector<QRectF> arrange()
    {
        std::vector<int> all(m_sizes.size());
        std::iota(all.begin(), all.end(), 0);
        const int root = partOf(all);
        const auto& shapes = m_parts[root].shapes;
        const auto best =
            std::min_element(shapes.begin(), shapes.end(), [this](const Shape& a, const Shape& b) {
                return packingCost(a.size, m_aspect) < packingCost(b.size, m_aspect);
            });
        place(root, static_cast<int>(best - shapes.begin()), QPointF(0, 0), best->size);
        return m_places;
    }

private:
    struct Part
    {
        std::vector<int> boxes;
        std::vector<Shape> shapes; ///< none both wider and higher than another; widest last
    };

    static constexpr std::size_t mostShapes = 12;
    static constexpr std::size_t bothCutsBelow = 40;

    int partOf(const std::vector<int>& boxes)
    {
        const auto known = m_known.find(boxes);
        if (known != m_known.end())
            return known->second;
        Part part{boxes, {}};
        if (boxes.size() == 1) {
            part.shapes.push_back({m_sizes[boxes.front()]});
        } else {
            const bool wide = spread(boxes, true) >= spread(boxes, false);
            addCut(part, wide);
            if (boxes.size() < bothCutsBelow)
                addCut(part, !wide);
            keepBest(part.shapes);
        }
        const int index = static_cast<int>(m_parts.size());
        m_parts.push_back(std::move(part));
        m_known.emplace(boxes, index);
        return index;
    }

    [[nodiscard]] double coordinate(int box, bool across) const
    {
        return across ? m_centres[box].x() : m_centres[box].y();
    }

    [[nodiscard]] double spread(const std::vector<int>& boxes, bool across) const
    {
        double low = std::numeric_limits<double>::max();
        double high = -low;
        for (int box : boxes) {
            low = std::min(low, coordinate(box, across));
            high = std::max(high, coordinate(box, across));
        }
        return high - low;
    }

    /// Half of the area on each side of the cut.
    void addCut(Part& part, bool across)
    {
        std::vector<int> order = part.boxes;
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return coordinate(a, across) < coordinate(b, across);
        });
        const auto area = [this](int box) { return m_sizes[box].width() * m_sizes[box].height(); };
        double all = 0;
        for (int box : order)
            all += area(box);
        std::size_t cut = 0;
        for (double before = 0; cut + 1 < order.size(); ++cut) {
            const double with = before + area(order[cut]);
            if (cut > 0 && with - all / 2 > all / 2 - before)
                break;
            before = with;
        }
        std::vector<int> low(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(cut));
        std::vector<int> high(order.begin() + static_cast<std::ptrdiff_t>(cut), order.end());
        std::sort(low.begin(), low.end());
        std::sort(high.begin(), high.end());
        combine(part, partOf(low), partOf(high));
    }

    /// The two parts beside each other and above each other, in all their shapes. The order of the
    /// parts follows the centres in the direction in which they are put.
    void combine(Part& part, int a, int b)
    {
        for (const bool beside : {true, false}) {
            const bool swapped = mean(a, beside) > mean(b, beside);
            const int first = swapped ? b : a;
            const int second = swapped ? a : b;
            for (std::size_t i = 0; i < m_parts[first].shapes.size(); ++i) {
                for (std::size_t k = 0; k < m_parts[second].shapes.size(); ++k) {
                    const QSizeF size = joined(m_parts[first].shapes[i].size,
                                               m_parts[second].shapes[k].size, beside);
                    part.shapes.push_back(
                        {size, first, second, static_cast<int>(i), static_cast<int>(k), beside});
                }
            }
        }
    }

    [[nodiscard]] double mean(int part, bool across) const
    {
        double sum = 0;
        for (int box : m_parts[part].boxes)
            sum += coordinate(box, across);
        return sum / static_cast<double>(m_parts[part].boxes.size());
    }

    [[nodiscard]] QSizeF joined(const QSizeF& a, const QSizeF& b, bool beside) const
    {
        if (beside)
            return {a.width() + m_spacing + b.width(), std::max(a.height(), b.height())};
        return {std::max(a.width(), b.width()), a.height() + m_spacing + b.height()};
    }

    /// Only shapes that no other undercuts; of too many, the cheapest.
    void keepBest(std::vector<Shape>& shapes) const
    {
        std::stable_sort(shapes.begin(), shapes.end(), [](const Shape& a, const Shape& b) {
            return a.size.width() != b.size.width() ? a.size.width() < b.size.width()
                                                    : a.size.height() < b.size.height();
        });
        std::vector<Shape> kept;
        for (const Shape& shape : shapes) {
            if (kept.empty() || shape.size.height() < kept.back().size.height() - 0.5)
                kept.push_back(shape);
        }
        while (kept.size() > mostShapes) {
            const auto worst =
                std::max_element(kept.begin(), kept.end(), [this](const Shape& a, const Shape& b) {
                    return packingCost(a.size, m_aspect) < packingCost(b.size, m_aspect);
                });
            kept.erase(worst);
        }
        shapes = std::move(kept);
    }

    /// A part smaller than its room stands in the middle of it.
    void place(int part, int shapeIndex, const QPointF& at, const QSizeF& room)
    {
        const Shape& shape = m_parts[part].shapes[shapeIndex];
        const QPointF corner = at + QPointF((room.width() - shape.size.width()) / 2,
                                            (room.height() - shape.size.height()) / 2);
        if (shape.first < 0) {
            m_places[m_parts[part].boxes.front()] =
                QRectF(QPointF(std::round(corner.x()), std::round(corner.y())), shape.size);
            return;
        }
        QSizeF first = m_parts[shape.first].shapes[shape.firstShape].size;
        QSizeF second = m_parts[shape.second].shapes[shape.secondShape].size;
        QPointF next = corner;
        if (shape.beside) {
            next.rx() += first.width() + m_spacing;
            first.setHeight(shape.size.height());
            second.setHeight(shape.size.height());
        } else {
            next.ry() += first.height() + m_spacing;
            first.setWidth(shape.size.width());
            second.setWidth(shape.size.width());
        }
        place(shape.first, shape.firstShape, corner, first);
        place(shape.second, shape.secondShape, next, second);
    }

    const std::vector<QSizeF>& m_sizes;
    const std::vector<QPointF>& m_centres;
    double m_spacing;
    double m_aspect;
    std::vector<Part> m_parts;
    std::map<std::vector<int>, int> m_known;
    std::vector<QRectF> m_places;
};

} // namespace

std::vector<QRectF> arrangeMap(const std::vector<QSizeF>& sizes,
                               const std::vector<QPointF>& centres, double spacing, double aspect)
{
    if (sizes.empty())
        return {};
    return Floorplan(sizes, centres, spacing, aspect).arrange();
}

} // namespace cadastre

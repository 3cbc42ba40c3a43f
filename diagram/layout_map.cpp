// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace cadastre {

namespace {

/// One form of a part of the map: a box, or two parts beside or above each other.
struct Shape
{
    QSizeF size;
    int first = -1;     ///< index of a part; -1 for a single box
    int firstShape = 0; ///< index into the part's shapes, or into the single box's sizes
    int second = -1;
    int secondShape = 0;
    bool beside = true;
};

class Floorplan
{
public:
    Floorplan(const std::vector<std::vector<QSizeF>>& sizes, const std::vector<QPointF>& centres,
              double spacing)
        : m_sizes(sizes)
        , m_centres(centres)
        , m_spacing(spacing)
        , m_places(sizes.size())
    {
        std::vector<int> all(m_sizes.size());
        std::iota(all.begin(), all.end(), 0);
        m_root = partOf(all);
    }

    std::vector<MapPlace> arrange(double aspect)
    {
        const auto& shapes = m_parts[m_root].shapes;
        const auto best =
            std::min_element(shapes.begin(), shapes.end(), [&](const Shape& a, const Shape& b) {
                return cost(a.size, aspect) < cost(b.size, aspect);
            });
        place(m_root, static_cast<int>(best - shapes.begin()), QPointF(0, 0));
        return m_places;
    }

private:
    struct Part
    {
        std::vector<int> boxes;
        std::vector<Shape> shapes; ///< none both wider and higher than another; widest last
    };

    static constexpr std::size_t mostShapes = 10;
    static constexpr std::size_t bothDirectionsBelow = 40;
    static constexpr std::size_t everyCutBelow = 14;

    /// Area, dearer the further the form is from the wanted one.
    static double cost(const QSizeF& size, double aspect)
    {
        constexpr double formWeight = 4;
        const double off = std::log(size.width() / size.height() / aspect);
        return size.width() * size.height() * (1 + formWeight * off * off);
    }

    int partOf(const std::vector<int>& boxes)
    {
        const auto known = m_known.find(boxes);
        if (known != m_known.end())
            return known->second;
        Part part{boxes, {}};
        if (boxes.size() == 1) {
            const auto& sizes = m_sizes[boxes.front()];
            for (std::size_t i = 0; i < sizes.size(); ++i)
                part.shapes.push_back({sizes[i], -1, static_cast<int>(i)});
        } else {
            const bool wide = spread(boxes, true) >= spread(boxes, false);
            addCuts(part, wide);
            if (m_sizes.size() < bothDirectionsBelow)
                addCuts(part, !wide);
        }
        keepBest(part.shapes);
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

    [[nodiscard]] double area(int box) const
    {
        return m_sizes[box].front().width() * m_sizes[box].front().height();
    }

    /// Few boxes are cut wherever they can be, many where half of the area is on each side.
    void addCuts(Part& part, bool across)
    {
        std::vector<int> order = part.boxes;
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return coordinate(a, across) < coordinate(b, across);
        });
        if (m_sizes.size() >= everyCutBelow) {
            addCut(part, order, middleOf(order));
            return;
        }
        for (std::size_t cut = 1; cut < order.size(); ++cut)
            addCut(part, order, cut);
    }

    [[nodiscard]] std::size_t middleOf(const std::vector<int>& order) const
    {
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
        return cut;
    }

    void addCut(Part& part, const std::vector<int>& order, std::size_t cut)
    {
        const auto middle = order.begin() + static_cast<std::ptrdiff_t>(cut);
        std::vector<int> low(order.begin(), middle);
        std::vector<int> high(middle, order.end());
        std::sort(low.begin(), low.end());
        std::sort(high.begin(), high.end());
        const int first = partOf(low);
        combine(part, first, partOf(high));
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
                        {size, first, static_cast<int>(i), second, static_cast<int>(k), beside});
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

    /// Only shapes that no other undercuts; of too many, those that differ most in form.
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
        while (kept.size() > mostShapes)
            dropOneOfTwoAlike(kept);
        shapes = std::move(kept);
    }

    /// Of the two neighbours that are most alike in form, the larger one goes.
    static void dropOneOfTwoAlike(std::vector<Shape>& shapes)
    {
        const auto area = [](const Shape& s) { return s.size.width() * s.size.height(); };
        const auto form = [](const Shape& s) { return s.size.width() / s.size.height(); };
        std::size_t alike = 1;
        double least = std::numeric_limits<double>::max();
        for (std::size_t i = 1; i < shapes.size(); ++i) {
            const double ratio = form(shapes[i]) / form(shapes[i - 1]);
            if (ratio < least) {
                least = ratio;
                alike = i;
            }
        }
        const bool dropSecond = area(shapes[alike]) >= area(shapes[alike - 1]);
        shapes.erase(shapes.begin() + static_cast<std::ptrdiff_t>(dropSecond ? alike : alike - 1));
    }

    void place(int part, int shapeIndex, const QPointF& corner)
    {
        const Shape& shape = m_parts[part].shapes[shapeIndex];
        if (shape.first < 0) {
            m_places[m_parts[part].boxes.front()] = {
                QRectF(QPointF(std::round(corner.x()), std::round(corner.y())), shape.size),
                shape.firstShape};
            return;
        }
        const QSizeF& first = m_parts[shape.first].shapes[shape.firstShape].size;
        const QPointF next = shape.beside ? QPointF(first.width() + m_spacing, 0)
                                          : QPointF(0, first.height() + m_spacing);
        place(shape.first, shape.firstShape, corner);
        place(shape.second, shape.secondShape, corner + next);
    }

    const std::vector<std::vector<QSizeF>>& m_sizes;
    const std::vector<QPointF>& m_centres;
    double m_spacing;
    int m_root = 0;
    std::vector<Part> m_parts;
    std::map<std::vector<int>, int> m_known;
    std::vector<MapPlace> m_places;
};

} // namespace

std::vector<std::vector<MapPlace>> arrangeMaps(const std::vector<std::vector<QSizeF>>& sizes,
                                               const std::vector<QPointF>& centres, double spacing,
                                               const std::vector<double>& aspects)
{
    if (sizes.empty())
        return std::vector<std::vector<MapPlace>>(aspects.size());
    Floorplan plan(sizes, centres, spacing);
    std::vector<std::vector<MapPlace>> maps;
    for (const double aspect : aspects)
        maps.push_back(plan.arrange(aspect));
    return maps;
}

} // namespace cadastre

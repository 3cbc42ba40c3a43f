// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace cadastre {

namespace {

using BoxColumn = std::vector<int>; ///< boxes from top to bottom

constexpr double narrowestGap = 64;
constexpr double widestGap = 150;
constexpr double laneWidth = 9;

class ColumnArranger
{
public:
    ColumnArranger(const std::vector<QSizeF>& sizes, const std::vector<QPointF>& centres,
                   const std::vector<ColumnLink>& links, const ColumnStyle& style)
        : m_sizes(sizes)
        , m_centres(centres)
        , m_links(links)
        , m_style(style)
        , m_tops(sizes.size(), 0)
    {
        for (std::size_t i = 0; i < sizes.size(); ++i)
            m_tops[i] = centres[i].y() - sizes[i].height() / 2;
    }

    std::vector<QRectF> arrange()
    {
        findRanks();
        m_columns = m_ranks;
        const double width = widthOf(m_ranks);
        const double height = tallest(m_ranks);
        if (heightOfPlaces() > m_style.foldAbove * width)
            fold(height);
        placeAcross();
        straighten();
        return places();
    }

private:
    void findRanks()
    {
        std::vector<int> order(m_sizes.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&](int a, int b) {
            const double dx = m_centres[a].x() - m_centres[b].x();
            return std::abs(dx) > 1 ? dx < 0 : a < b;
        });
        double x = -std::numeric_limits<double>::max();
        for (int box : order) {
            if (m_centres[box].x() > x + 1) {
                m_ranks.emplace_back();
                x = m_centres[box].x();
            }
            m_ranks.back().push_back(box);
        }
        for (BoxColumn& rank : m_ranks) {
            std::sort(rank.begin(), rank.end(), [&](int a, int b) {
                return m_tops[a] != m_tops[b] ? m_tops[a] < m_tops[b] : a < b;
            });
        }
    }

    [[nodiscard]] double widthOf(const std::vector<BoxColumn>& columns) const
    {
        double width = narrowestGap * static_cast<double>(columns.size() - 1);
        for (const BoxColumn& column : columns)
            width += widest(column);
        return width;
    }

    [[nodiscard]] double widest(const BoxColumn& column) const
    {
        double width = 0;
        for (int box : column)
            width = std::max(width, m_sizes[box].width());
        return width;
    }

    [[nodiscard]] double heightOf(const BoxColumn& column) const
    {
        double height = -m_style.boxGap;
        for (int box : column)
            height += m_sizes[box].height() + m_style.boxGap;
        return height;
    }

    [[nodiscard]] double tallest(const std::vector<BoxColumn>& columns) const
    {
        double height = 0;
        for (const BoxColumn& column : columns)
            height = std::max(height, heightOf(column));
        return height;
    }

    [[nodiscard]] double heightOfPlaces() const
    {
        double top = std::numeric_limits<double>::max();
        double bottom = -top;
        for (std::size_t i = 0; i < m_sizes.size(); ++i) {
            top = std::min(top, m_tops[i]);
            bottom = std::max(bottom, m_tops[i] + m_sizes[i].height());
        }
        return bottom - top;
    }

    /// Tries heights from tall to low and keeps the one nearest to the wanted aspect ratio.
    void fold(double height)
    {
        double bestDistance = std::numeric_limits<double>::max();
        constexpr int steps = 40;
        for (int step = 0; step < steps; ++step) {
            const double limit = height * std::pow(0.93, step);
            std::vector<BoxColumn> columns = foldedTo(limit);
            const double ratio = widthOf(columns) / tallest(columns);
            const double distance = std::abs(std::log(ratio / m_style.aspect));
            if (distance < bestDistance - 1e-9) {
                bestDistance = distance;
                m_columns = std::move(columns);
            }
            if (ratio > m_style.aspect)
                break;
        }
        squeeze();
    }

    /// Each rank in as few columns as keep below the limit. Neighbours in a rank alternate between
    /// the columns, so that a box stays near the height that it had.
    [[nodiscard]] std::vector<BoxColumn> foldedTo(double limit) const
    {
        std::vector<BoxColumn> columns;
        for (const BoxColumn& rank : m_ranks) {
            const int parts = std::max(1, static_cast<int>(std::ceil(heightOf(rank) / limit)));
            std::vector<BoxColumn> split(static_cast<std::size_t>(parts));
            for (std::size_t i = 0; i < rank.size(); ++i)
                split[i % split.size()].push_back(rank[i]);
            for (BoxColumn& part : split) {
                if (!part.empty())
                    columns.push_back(std::move(part));
            }
        }
        return columns;
    }

    /// After folding, heights shrink in proportion to the tallest column.
    void squeeze()
    {
        const double factor = tallest(m_columns) / std::max(heightOfPlaces(), 1.0);
        const double top = *std::min_element(m_tops.begin(), m_tops.end());
        for (double& y : m_tops)
            y = (y - top) * factor;
    }

    /// Lines that turn in a gap need room beside each other there.
    void placeAcross()
    {
        std::vector<int> columnOf(m_sizes.size(), 0);
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            for (int box : m_columns[column])
                columnOf[box] = static_cast<int>(column);
        }
        std::vector<std::set<std::pair<int, double>>> trunks(m_columns.size());
        for (const ColumnLink& link : m_links)
            trunks[columnOf[link.from]].insert({link.from, link.fromOffset});
        double x = 0;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            m_lefts.push_back(x);
            const double lanes = laneWidth * static_cast<double>(trunks[column].size());
            x += widest(m_columns[column]) +
                 std::clamp(narrowestGap - 2 * laneWidth + lanes, narrowestGap, widestGap);
        }
    }

    /// Moves boxes, column by column and back, to where their lines would be level, and apart again
    /// without changing their order.
    void straighten()
    {
        std::vector<std::vector<int>> linksOf(m_sizes.size());
        for (int i = 0; i < static_cast<int>(m_links.size()); ++i) {
            linksOf[m_links[i].from].push_back(i);
            linksOf[m_links[i].to].push_back(i);
        }
        const double height = tallest(m_columns);
        const double top = *std::min_element(m_tops.begin(), m_tops.end());
        for (double& y : m_tops)
            y -= top;
        for (const BoxColumn& column : m_columns)
            separate(column, height);
        constexpr int sweeps = 6;
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (std::size_t i = 0; i < m_columns.size(); ++i) {
                const BoxColumn& column = m_columns[sweep % 2 == 0 ? i : m_columns.size() - 1 - i];
                for (int box : column)
                    m_tops[box] = levelTop(box, linksOf[box]);
                separate(column, height);
            }
        }
    }

    [[nodiscard]] double levelTop(int box, const std::vector<int>& links) const
    {
        if (links.empty())
            return m_tops[box];
        std::vector<double> wanted;
        for (int i : links) {
            const ColumnLink& link = m_links[i];
            wanted.push_back(link.from == box
                                 ? m_tops[link.to] + link.toOffset - link.fromOffset
                                 : m_tops[link.from] + link.fromOffset - link.toOffset);
        }
        std::sort(wanted.begin(), wanted.end());
        const std::size_t middle = wanted.size() / 2;
        return wanted.size() % 2 == 1 ? wanted[middle] : (wanted[middle - 1] + wanted[middle]) / 2;
    }

    /// Least squares with a fixed order: pooling of neighbours that would overlap.
    void separate(const BoxColumn& column, double height)
    {
        struct Block
        {
            double sum;
            int count;
        };
        std::vector<Block> blocks;
        std::vector<double> offsets;
        double offset = 0;
        const double slack = std::max(0.0, height - heightOf(column));
        for (int box : column) {
            offsets.push_back(offset);
            const double wanted = std::clamp(m_tops[box] - offset, 0.0, slack);
            offset += m_sizes[box].height() + m_style.boxGap;
            blocks.push_back({wanted, 1});
            while (blocks.size() > 1) {
                Block& last = blocks.back();
                Block& before = blocks[blocks.size() - 2];
                if (before.sum / before.count <= last.sum / last.count)
                    break;
                before.sum += last.sum;
                before.count += last.count;
                blocks.pop_back();
            }
        }
        std::size_t i = 0;
        for (const Block& block : blocks) {
            for (int k = 0; k < block.count; ++k, ++i)
                m_tops[column[i]] = std::round(offsets[i] + block.sum / block.count);
        }
    }

    [[nodiscard]] std::vector<QRectF> places() const
    {
        std::vector<QRectF> rects(m_sizes.size());
        double top = std::numeric_limits<double>::max();
        for (double y : m_tops)
            top = std::min(top, y);
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            for (int box : m_columns[column])
                rects[box] = QRectF(QPointF(m_lefts[column], m_tops[box] - top), m_sizes[box]);
        }
        return rects;
    }

    const std::vector<QSizeF>& m_sizes;
    const std::vector<QPointF>& m_centres;
    const std::vector<ColumnLink>& m_links;
    const ColumnStyle& m_style;
    std::vector<double> m_tops;
    std::vector<BoxColumn> m_ranks;
    std::vector<BoxColumn> m_columns;
    std::vector<double> m_lefts;
};

} // namespace

std::vector<QRectF> arrangeColumns(const std::vector<QSizeF>& sizes,
                                   const std::vector<QPointF>& centres,
                                   const std::vector<ColumnLink>& links, const ColumnStyle& style)
{
    if (sizes.empty())
        return {};
    return ColumnArranger(sizes, centres, links, style).arrange();
}

} // namespace cadastre

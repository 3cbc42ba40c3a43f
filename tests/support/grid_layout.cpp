// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "tests/support/grid_layout.h"

#include <algorithm>
#include <cmath>

namespace cadastre::test {

namespace {

constexpr double gap = 80;
constexpr double inset = 48;

/// Boxes of these sizes in rows of about the same length; returns what they cover.
QRectF placeInRows(const std::vector<QSizeF>& sizes, QPointF at, std::vector<QRectF>& placed)
{
    const int columns = std::max(1, int(std::ceil(std::sqrt(double(sizes.size())))));
    QRectF covered(at, QSizeF(0, 0));
    double x = at.x();
    double y = at.y();
    double rowHeight = 0;
    for (int i = 0; i < int(sizes.size()); ++i) {
        if (i > 0 && i % columns == 0) {
            x = at.x();
            y += rowHeight + gap;
            rowHeight = 0;
        }
        placed.emplace_back(QPointF(x, y), sizes[i]);
        covered = covered.united(placed.back());
        x += sizes[i].width() + gap;
        rowHeight = std::max(rowHeight, sizes[i].height());
    }
    return covered;
}

std::vector<QSizeF> memberSizes(const DiagramGraph& graph, const DiagramGroup& group)
{
    std::vector<QSizeF> sizes;
    for (const int node : group.nodes)
        sizes.push_back(graph.nodes[node].size);
    return sizes;
}

} // namespace

DiagramLayout gridLayout(const DiagramGraph& graph)
{
    DiagramLayout layout;
    layout.nodes.resize(graph.nodes.size());
    std::vector<QSizeF> groupSizes;
    for (const DiagramGroup& group : graph.groups) {
        std::vector<QRectF> placed;
        groupSizes.push_back(placeInRows(memberSizes(graph, group), {}, placed).size() +
                             QSizeF(2 * inset, 2 * inset));
    }
    layout.bounds = placeInRows(groupSizes, {}, layout.groups);
    for (int group = 0; group < int(graph.groups.size()); ++group) {
        std::vector<QRectF> placed;
        placeInRows(memberSizes(graph, graph.groups[group]),
                    layout.groups[group].topLeft() + QPointF(inset, inset), placed);
        for (std::size_t i = 0; i < placed.size(); ++i)
            layout.nodes[graph.groups[group].nodes[i]] = placed[i];
    }
    return layout;
}

} // namespace cadastre::test

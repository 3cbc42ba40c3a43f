// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_group.h"

#include "diagram/boxes.h"
#include "diagram/layout_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace cadastre {

namespace {

constexpr double boxSpacing = 36;
constexpr double gridSpacing = 24;
constexpr double laneSpacing = 40; ///< beside boxes, where lines turn
constexpr std::size_t mostInHoles = 60;
constexpr std::size_t smallPart = 20;
constexpr double foldAbove = 2.3; ///< times the wanted height for a width
constexpr double foldSmallAbove = 3.2;

double rowCentre(const BoxShape& shape, int row)
{
    const QRectF rect = rowRect(QRectF(0, 0, 1, 1), shape, row);
    return rect.center().y();
}

/// Graphviz reads whole numbers only.
double weightOf(const DiagramEdge& edge)
{
    const double wanted = edge.kind == EdgeKind::ViewDependency ? 1 : 2 * edge.pull;
    return std::max(1.0, std::round(wanted));
}

int findRoot(std::vector<int>& parents, int i)
{
    while (parents[i] != i)
        i = parents[i] = parents[parents[i]];
    return i;
}

} // namespace

std::vector<std::vector<GroupEdge>> edgesWithinGroups(const DiagramGraph& graph)
{
    std::vector<std::vector<GroupEdge>> result(graph.groups.size());
    for (const DiagramEdge& edge : graph.edges) {
        const int group = graph.nodes[edge.from].group;
        if (edge.pull <= 0 || edge.from == edge.to || group != graph.nodes[edge.to].group)
            continue;
        result[group].push_back({edge.to, edge.from, rowCentre(graph.shape, edge.toRow),
                                 rowCentre(graph.shape, edge.fromRow), weightOf(edge)});
    }
    for (auto& edges : result) {
        std::stable_sort(edges.begin(), edges.end(), [](const GroupEdge& a, const GroupEdge& b) {
            return std::pair(a.parent, a.child) < std::pair(b.parent, b.child);
        });
    }
    return result;
}

GroupLayout::GroupLayout(const DiagramGraph& graph, const std::vector<int>& nodes,
                         const std::vector<GroupEdge>& edges)
    : m_graph(graph)
    , m_nodes(nodes)
{
    findParts(edges);
    for (const Part& part : m_parts)
        m_jobs.push_back(jobOf(part));
}

void GroupLayout::findParts(const std::vector<GroupEdge>& edges)
{
    std::map<int, int> localOf;
    for (int i = 0; i < static_cast<int>(m_nodes.size()); ++i)
        localOf[m_nodes[i]] = i;
    std::vector<int> parents(m_nodes.size());
    std::iota(parents.begin(), parents.end(), 0);
    std::vector<GroupEdge> local;
    for (GroupEdge edge : edges) {
        const auto parent = localOf.find(edge.parent);
        const auto child = localOf.find(edge.child);
        if (parent == localOf.end() || child == localOf.end())
            continue;
        edge.parent = parent->second;
        edge.child = child->second;
        local.push_back(edge);
        const int a = findRoot(parents, edge.parent);
        const int b = findRoot(parents, edge.child);
        parents[std::max(a, b)] = std::min(a, b);
    }
    std::map<int, Part> parts;
    for (int i = 0; i < static_cast<int>(m_nodes.size()); ++i)
        parts[findRoot(parents, i)].members.push_back(i);
    for (const GroupEdge& edge : local)
        parts[findRoot(parents, edge.parent)].edges.push_back(edge);
    for (auto& [root, part] : parts) {
        if (part.members.size() == 1)
            m_alone.push_back(root);
        else
            m_parts.push_back(std::move(part));
    }
    std::stable_sort(m_parts.begin(), m_parts.end(), [](const Part& a, const Part& b) {
        return a.members.size() > b.members.size();
    });
}

/// Parallel edges become one heavier edge; of two opposite ones the first counts.
LayoutJob GroupLayout::jobOf(const Part& part) const
{
    LayoutJob job;
    job.engine = LayoutEngine::Layered;
    std::map<int, int> indexOf;
    for (int member : part.members) {
        indexOf[member] = static_cast<int>(job.sizes.size());
        job.sizes.push_back(m_graph.nodes[m_nodes[member]].size);
    }
    std::map<std::pair<int, int>, double> weights;
    for (const GroupEdge& edge : part.edges) {
        const int from = indexOf[edge.parent];
        const int to = indexOf[edge.child];
        const auto opposite = weights.find({to, from});
        if (opposite != weights.end())
            opposite->second += edge.weight;
        else
            weights[{from, to}] += edge.weight;
    }
    for (const auto& [ends, weight] : weights)
        job.edges.push_back({ends.first, ends.second, weight});
    return job;
}

std::vector<QRectF> GroupLayout::columnsOf(const Part& part, const LayoutReply& reply,
                                           double aspect) const
{
    std::map<int, int> indexOf;
    std::vector<QSizeF> sizes;
    for (int member : part.members) {
        indexOf[member] = static_cast<int>(sizes.size());
        sizes.push_back(m_graph.nodes[m_nodes[member]].size);
    }
    std::vector<ColumnLink> links;
    for (const GroupEdge& edge : part.edges)
        links.push_back(
            {indexOf[edge.parent], indexOf[edge.child], edge.parentOffset, edge.childOffset});
    ColumnStyle style;
    style.aspect = aspect;
    const bool isSmall = part.members.size() < smallPart;
    style.foldAbove = (isSmall ? foldSmallAbove : foldAbove) / aspect;
    return arrangeColumns(sizes, reply.centres, links, style);
}

/// The connected parts as blocks of boxes; tables without relationships in the holes of the
/// first block, the rest of them apart.
struct GroupLayout::Blocks
{
    std::vector<std::vector<int>> members;  ///< indexes into m_nodes, by block
    std::vector<std::vector<QRectF>> rects; ///< parallel to members
    std::vector<QSizeF> sizes;
    std::vector<int> apart; ///< indexes into m_nodes
    std::vector<QSizeF> apartSizes;
};

GroupLayout::Blocks GroupLayout::blocksOf(const std::vector<LayoutReply>& replies,
                                          double aspect) const
{
    Blocks blocks;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        blocks.members.push_back(m_parts[i].members);
        blocks.rects.push_back(columnsOf(m_parts[i], replies[i], aspect));
        QRectF bounds;
        for (const QRectF& rect : blocks.rects.back())
            bounds |= rect;
        blocks.sizes.push_back(bounds.size());
    }
    std::vector<QSizeF> alone;
    for (int member : m_alone)
        alone.push_back(m_graph.nodes[m_nodes[member]].size);
    std::vector<std::optional<QPointF>> holes(alone.size());
    if (!m_parts.empty() && alone.size() <= mostInHoles)
        holes = fillHoles(blocks.rects.front(), alone, laneSpacing, boxSpacing);
    for (std::size_t i = 0; i < alone.size(); ++i) {
        if (holes[i]) {
            blocks.members.front().push_back(m_alone[i]);
            blocks.rects.front().emplace_back(*holes[i], alone[i]);
        } else {
            blocks.apart.push_back(m_alone[i]);
            blocks.apartSizes.push_back(alone[i]);
        }
    }
    return blocks;
}

Packing GroupLayout::arrange(const std::vector<LayoutReply>& replies, double aspect) const
{
    const Blocks blocks = blocksOf(replies, aspect);
    Packing best;
    Packing bestGrid;
    double bestCost = std::numeric_limits<double>::max();
    constexpr int mostColumns = 14;
    constexpr std::array gridAspects{0.4, 0.8, 1.2, 1.8, 2.6};
    const int count = static_cast<int>(blocks.apart.size());
    const int shapes =
        count > mostColumns ? static_cast<int>(gridAspects.size()) : std::max(count, 1);
    for (int shape = 0; shape < shapes; ++shape) {
        Packing grid;
        std::vector<QSizeF> all = blocks.sizes;
        if (count > 0) {
            grid = count > mostColumns
                       ? packGrid(blocks.apartSizes, gridSpacing, gridAspects[shape])
                       : packColumns(blocks.apartSizes, gridSpacing, shape + 1);
            all.push_back(grid.size);
        }
        Packing packing = packBoxes(all, boxSpacing, aspect);
        const double cost = packingCost(packing.size, aspect);
        if (cost < bestCost) {
            bestCost = cost;
            best = std::move(packing);
            bestGrid = std::move(grid);
        }
    }
    Packing result{std::vector<QPointF>(m_nodes.size()), best.size};
    for (std::size_t i = 0; i < blocks.members.size(); ++i) {
        for (std::size_t k = 0; k < blocks.members[i].size(); ++k)
            result.positions[blocks.members[i][k]] =
                best.positions[i] + blocks.rects[i][k].topLeft();
    }
    for (std::size_t i = 0; i < blocks.apart.size(); ++i)
        result.positions[blocks.apart[i]] =
            best.positions[blocks.members.size()] + bestGrid.positions[i];
    return result;
}

Packing GroupLayout::grid(double aspect) const
{
    std::vector<QSizeF> sizes;
    for (int node : m_nodes)
        sizes.push_back(m_graph.nodes[node].size);
    return packGrid(sizes, gridSpacing, aspect);
}

} // namespace cadastre

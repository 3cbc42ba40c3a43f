// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_keep.h"

#include "diagram/grouping.h"
#include "diagram/layout_free_place.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double nodeSpacing = 36;
constexpr double groupSpacing = 80;
constexpr double reach = 1500; ///< how far beside a group others are looked for

ObjectKey keyOf(const DiagramGraph& graph, int node)
{
    return graph.catalog->keyOf(graph.nodes[node].table);
}

std::vector<std::vector<int>> neighboursOf(const DiagramGraph& graph)
{
    std::vector<std::vector<int>> neighbours(graph.nodes.size());
    for (const DiagramEdge& edge : graph.edges) {
        if (edge.pull <= 0 || edge.from == edge.to)
            continue;
        neighbours[edge.from].push_back(edge.to);
        neighbours[edge.to].push_back(edge.from);
    }
    return neighbours;
}

class Joiner
{
public:
    Joiner(LayoutTree& tree, const std::vector<std::optional<QPointF>>& kept)
        : m_tree(tree)
        , m_graph(tree.graph())
        , m_neighbours(neighboursOf(tree.graph()))
        , m_hasPlace(kept.size(), false)
        , m_placed(tree.graph().groups.size())
    {
        for (int node = 0; node < static_cast<int>(kept.size()); ++node) {
            if (!kept[node])
                continue;
            m_tree.setNode(node, *kept[node]);
            markPlaced(node);
        }
    }

    void join()
    {
        std::vector<int> fresh;
        for (int group : m_tree.children(LayoutTree::root)) {
            if (hasPlaces(group))
                completeGroup(group);
            else
                fresh.push_back(group);
        }
        for (int group : fresh)
            placeGroup(group, m_tree.children(LayoutTree::root), groupSpacing);
    }

private:
    [[nodiscard]] bool hasPlaces(int group) const
    {
        const auto nodes = m_tree.nodesBelow(group);
        return std::any_of(nodes.begin(), nodes.end(), [this](int n) { return m_hasPlace[n]; });
    }

    void completeGroup(int group)
    {
        std::vector<int> missing;
        for (int node : m_graph.groups[group].nodes) {
            if (!m_hasPlace[node])
                missing.push_back(node);
        }
        for (int node : missing)
            placeNode(node, group);
        for (int child : m_tree.children(group)) {
            if (hasPlaces(child))
                completeGroup(child);
        }
        for (int child : m_tree.children(group)) {
            if (!hasPlaces(child))
                placeGroup(child, m_tree.children(group), groupSpacing / 2);
        }
    }

    void markPlaced(int node)
    {
        m_hasPlace[node] = true;
        m_placed[m_graph.nodes[node].group] |= m_tree.nodeRect(node);
    }

    [[nodiscard]] std::optional<QPointF> centreOfNeighbours(const std::vector<int>& nodes,
                                                            std::optional<int> onlyGroup) const
    {
        QPointF sum;
        int count = 0;
        for (int node : nodes) {
            for (int neighbour : m_neighbours[node]) {
                const bool counts = !onlyGroup || m_graph.nodes[neighbour].group == *onlyGroup;
                if (!m_hasPlace[neighbour] || !counts)
                    continue;
                sum += m_tree.nodeRect(neighbour).center();
                ++count;
            }
        }
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }

    void placeNode(int node, int group)
    {
        const QRectF own = m_placed[group];
        std::vector<QRectF> obstacles;
        for (int member : m_graph.groups[group].nodes) {
            if (m_hasPlace[member])
                obstacles.push_back(m_tree.nodeRect(member));
        }
        std::vector<QRectF> others;
        const QRectF near = own.adjusted(-reach, -reach, reach, reach);
        for (std::size_t i = 0; i < m_placed.size(); ++i) {
            if (static_cast<int>(i) != group && m_placed[i].intersects(near))
                others.push_back(m_placed[i]);
        }
        obstacles.insert(obstacles.end(), others.begin(), others.end());
        const QSizeF size = m_graph.nodes[node].size;
        const QPointF wanted = centreOfNeighbours({node}, group).value_or(own.center());
        const QPointF nearest = nearestFreePlace(size, wanted, obstacles, nodeSpacing);
        m_tree.setNode(node, betterPlace(size, own, nearest, others));
        markPlaced(node);
    }

    /// The nearest place, unless the group's frame would then cover another group and beside or
    /// below it would not.
    [[nodiscard]] static QPointF betterPlace(const QSizeF& size, const QRectF& own,
                                             const QPointF& nearest,
                                             const std::vector<QRectF>& others)
    {
        const auto isGood = [&](const QPointF& place) {
            const QRectF grown = own | QRectF(place, size);
            return std::none_of(others.begin(), others.end(),
                                [&](const QRectF& other) { return other.intersects(grown); });
        };
        const QPointF candidates[] = {
            nearest,
            {own.left(), own.bottom() + nodeSpacing},
            {own.right() + nodeSpacing, own.top()},
            {own.left(), own.top() - nodeSpacing - size.height()},
            {own.left() - nodeSpacing - size.width(), own.top()},
        };
        const auto found = std::find_if(std::begin(candidates), std::end(candidates), isGood);
        return found == std::end(candidates) ? nearest : *found;
    }

    void placeGroup(int group, const std::vector<int>& siblings, double spacing)
    {
        const QRectF frame = m_tree.frame(group);
        if (frame.isNull())
            return;
        std::vector<QRectF> obstacles;
        QRectF all;
        for (int sibling : siblings) {
            if (sibling == group || !hasPlaces(sibling))
                continue;
            obstacles.push_back(m_tree.frame(sibling));
            all |= obstacles.back();
        }
        const std::vector<int> nodes = m_tree.nodesBelow(group);
        const QPointF wanted = centreOfNeighbours(nodes, std::nullopt)
                                   .value_or(QPointF(all.right(), all.center().y()));
        m_tree.translate(group, nearestFreePlace(frame.size(), wanted, obstacles, spacing) -
                                    frame.topLeft());
        for (int node : nodes)
            markPlaced(node);
    }

    LayoutTree& m_tree;
    const DiagramGraph& m_graph;
    std::vector<std::vector<int>> m_neighbours;
    std::vector<bool> m_hasPlace;
    std::vector<QRectF> m_placed; ///< by group, around its own nodes that have a place
};

} // namespace

std::vector<std::optional<QPointF>> keptPlaces(const LayoutTree& tree, const Placements& previous)
{
    const DiagramGraph& graph = tree.graph();
    std::vector<std::optional<QPointF>> kept(graph.nodes.size());
    if (previous.tables.isEmpty())
        return kept;
    for (int node = 0; node < static_cast<int>(graph.nodes.size()); ++node) {
        const auto placement = previous.tables.constFind(keyOf(graph, node));
        if (placement == previous.tables.cend())
            continue;
        const int group = graph.nodes[node].group;
        const auto origin = previous.groups.constFind(graph.groups[tree.topLevel(group)].name);
        if (placement->group == groupPath(graph, group) && origin != previous.groups.cend())
            kept[node] = QPointF(*origin + placement->position);
    }
    return kept;
}

void respectPins(LayoutTree& tree, int topGroup, const Placements& previous)
{
    const DiagramGraph& graph = tree.graph();
    std::vector<int> free;
    std::vector<QRectF> obstacles;
    for (int node : tree.nodesBelow(topGroup)) {
        const auto placement = previous.tables.constFind(keyOf(graph, node));
        const bool pinned = placement != previous.tables.cend() && placement->pinned &&
                            placement->group == groupPath(graph, graph.nodes[node].group);
        if (pinned) {
            tree.setNode(node, placement->position);
            obstacles.push_back(tree.nodeRect(node));
        } else {
            free.push_back(node);
        }
    }
    if (obstacles.empty())
        return;
    const std::size_t pins = obstacles.size();
    std::vector<int> displaced;
    for (int node : free) {
        const QRectF rect = tree.nodeRect(node);
        const bool hit =
            std::any_of(obstacles.begin(), obstacles.begin() + static_cast<std::ptrdiff_t>(pins),
                        [&](const QRectF& pin) { return pin.intersects(rect); });
        if (hit)
            displaced.push_back(node);
        else
            obstacles.push_back(rect);
    }
    for (int node : displaced) {
        const QRectF rect = tree.nodeRect(node);
        tree.setNode(node, nearestFreePlace(rect.size(), rect.center(), obstacles, nodeSpacing));
        obstacles.push_back(tree.nodeRect(node));
    }
}

void joinKept(LayoutTree& tree, const std::vector<std::optional<QPointF>>& kept)
{
    Joiner(tree, kept).join();
}

} // namespace cadastre

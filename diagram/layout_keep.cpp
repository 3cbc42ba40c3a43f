// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_keep.h"

#include "diagram/grouping.h"
#include "diagram/layout_free_place.h"

#include <QMap>

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
    Joiner(LayoutTree& tree, const EarlierPlaces& earlier)
        : m_tree(tree)
        , m_earlier(earlier)
        , m_graph(tree.graph())
        , m_neighbours(neighboursOf(tree.graph()))
        , m_hasPlace(earlier.kept.size(), false)
        , m_placed(tree.graph().groups.size())
    {
        for (int node = 0; node < static_cast<int>(earlier.kept.size()); ++node) {
            if (!earlier.kept[node])
                continue;
            m_tree.setNode(node, *earlier.kept[node]);
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
        m_tree.setNode(node, betterPlace(size, own, nearest, obstacles, others));
        markPlaced(node);
    }

    /// The nearest place, unless the group's frame would then touch another group's, which would
    /// have to move, and in a gap, beside or below it would not.
    [[nodiscard]] static QPointF betterPlace(const QSizeF& size, const QRectF& own,
                                             const QPointF& nearest,
                                             const std::vector<QRectF>& obstacles,
                                             const std::vector<QRectF>& others)
    {
        const auto isGood = [&](const QPointF& place) {
            const QRectF grown = framed(own | QRectF(place, size));
            return std::none_of(others.begin(), others.end(), [&](const QRectF& other) {
                return framed(other).intersects(grown);
            });
        };
        if (isGood(nearest))
            return nearest;
        const QPointF middle(size.width() / 2, size.height() / 2);
        for (const QPointF& corner :
             {own.center() - middle, own.topLeft(), own.topRight() - QPointF(size.width(), 0),
              own.bottomLeft() - QPointF(0, size.height()), own.bottomRight() - 2 * middle}) {
            const QPointF gap = nearestFreePlace(size, corner + middle, obstacles, nodeSpacing);
            if (own.contains(QRectF(gap, size)))
                return gap;
        }
        const QPointF candidates[] = {
            {own.left(), own.bottom() + nodeSpacing},
            {own.right() + nodeSpacing, own.top()},
            {own.left(), own.top() - nodeSpacing - size.height()},
            {own.left() - nodeSpacing - size.width(), own.top()},
        };
        const auto found = std::find_if(std::begin(candidates), std::end(candidates), isGood);
        return found == std::end(candidates) ? nearest : *found;
    }

    static QRectF framed(const QRectF& members)
    {
        constexpr double padding = LayoutTree::padding;
        return members.adjusted(-padding, -padding - LayoutTree::headerRoom, padding, padding);
    }

    /// The middle of where nodes stood, by the group that most of them were in; absent where none
    /// was in the picture.
    [[nodiscard]] std::optional<QPointF> whereMostWere(const std::vector<int>& nodes) const
    {
        QMap<QString, std::vector<int>> groups;
        for (const int node : nodes) {
            if (m_earlier.former[node])
                groups[m_earlier.formerGroups[node]].push_back(node);
        }
        if (groups.isEmpty())
            return std::nullopt;
        const auto& most = *std::ranges::max_element(
            groups, {}, [](const std::vector<int>& members) { return members.size(); });
        QPointF sum;
        for (const int node : most)
            sum += QRectF(*m_earlier.former[node], m_graph.nodes[node].size).center();
        return sum / static_cast<double>(most.size());
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
        auto near = whereMostWere(nodes);
        if (!near)
            near = centreOfNeighbours(nodes, std::nullopt);
        const QPointF wanted = near.value_or(QPointF(all.right(), all.center().y()));
        m_tree.translate(group, nearestFreePlace(frame.size(), wanted, obstacles, spacing) -
                                    frame.topLeft());
        for (int node : nodes)
            markPlaced(node);
    }

    LayoutTree& m_tree;
    const EarlierPlaces& m_earlier;
    const DiagramGraph& m_graph;
    std::vector<std::vector<int>> m_neighbours;
    std::vector<bool> m_hasPlace;
    std::vector<QRectF> m_placed; ///< by group, around its own nodes that have a place
};

} // namespace

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

void joinKept(LayoutTree& tree, const EarlierPlaces& earlier)
{
    Joiner(tree, earlier).join();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_tree.h"

#include <algorithm>

namespace cadastre {

LayoutTree::LayoutTree(const DiagramGraph& graph)
    : m_graph(graph)
    , m_children(graph.groups.size() + 1)
    , m_at(graph.nodes.size())
{
    for (int i = 0; i < static_cast<int>(graph.groups.size()); ++i) {
        const int parent = graph.groups[i].parent;
        m_children[parent == root ? graph.groups.size() : static_cast<std::size_t>(parent)]
            .push_back(i);
        m_topLevel.push_back(parent == root ? i : m_topLevel[parent]);
    }
}

const std::vector<int>& LayoutTree::children(int group) const
{
    return group == root ? m_children.back() : m_children[group];
}

QPointF LayoutTree::frameOffset() const
{
    return isFramed() ? QPointF(padding, padding + headerRoom) : QPointF(0, 0);
}

QRectF LayoutTree::nodeRect(int node) const
{
    return {m_at[node], m_graph.nodes[node].size};
}

std::vector<int> LayoutTree::nodesBelow(int group) const
{
    std::vector<int> nodes = m_graph.groups[group].nodes;
    for (int child : children(group)) {
        const std::vector<int> below = nodesBelow(child);
        nodes.insert(nodes.end(), below.begin(), below.end());
    }
    return nodes;
}

void LayoutTree::translate(int group, const QPointF& by)
{
    for (int node : m_graph.groups[group].nodes)
        m_at[node] += by;
    for (int child : children(group))
        translate(child, by);
}

QRectF LayoutTree::frame(int group) const
{
    QRectF inside;
    for (int node : m_graph.groups[group].nodes)
        inside |= nodeRect(node);
    for (int child : children(group))
        inside |= frame(child);
    if (inside.isNull() || !isFramed())
        return inside;
    return inside.adjusted(-padding, -padding - headerRoom, padding, padding);
}

std::map<std::pair<int, int>, double> LayoutTree::linksBetween(const std::vector<int>& groups) const
{
    std::vector<int> indexOf(m_graph.nodes.size(), -1);
    for (int i = 0; i < static_cast<int>(groups.size()); ++i) {
        for (int node : nodesBelow(groups[i]))
            indexOf[node] = i;
    }
    std::map<std::pair<int, int>, double> links;
    for (const DiagramEdge& edge : m_graph.edges) {
        const int a = indexOf[edge.from];
        const int b = indexOf[edge.to];
        if (edge.pull > 0 && a >= 0 && b >= 0 && a != b)
            links[std::minmax(a, b)] += edge.pull;
    }
    return links;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/emphasis_map.h"

#include <algorithm>

namespace cadastre {

namespace {

bool rowShows(const DiagramNode& node, int row, ColumnId column)
{
    if (row < 0 || row >= int(node.rows.size()))
        return false;
    const auto& columns = node.rows[row].columns;
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool edgeTouches(const DiagramGraph& graph, int edgeIndex, int node, std::optional<ColumnId> column)
{
    if (!column)
        return true;
    const DiagramEdge& edge = graph.edges[edgeIndex];
    return (edge.from == node && rowShows(graph.nodes[node], edge.fromRow, *column)) ||
           (edge.to == node && rowShows(graph.nodes[node], edge.toRow, *column));
}

} // namespace

EmphasisMap::EmphasisMap(const DiagramScene& scene, const Emphasis& emphasis)
{
    if (scene.isEmpty() || emphasis == Emphasis{})
        return;
    m_nodes.resize(scene.graph().nodes.size());
    if (emphasis.selected)
        focus(scene, *emphasis.selected, true);
    if (emphasis.hovered)
        focus(scene, *emphasis.hovered, false);
    std::sort(m_highlighted.begin(), m_highlighted.end());
    m_highlighted.erase(std::unique(m_highlighted.begin(), m_highlighted.end()),
                        m_highlighted.end());
    for (NodeEmphasis& node : m_nodes)
        node.faded = m_hasFocus && !node.selected && !node.hovered && !node.related;
    for (const ObjectRef object : emphasis.faded)
        if (const auto node = scene.nodeOf(object))
            m_nodes[*node].faded = !m_nodes[*node].selected && !m_nodes[*node].hovered;
    for (const ObjectRef object : emphasis.hits) {
        if (const auto node = scene.nodeOf(object)) {
            m_nodes[*node].hit = true;
            m_nodes[*node].faded = false;
        }
    }
}

void EmphasisMap::focus(const DiagramScene& scene, ObjectRef object, bool selected)
{
    const auto node = scene.nodeOf(object);
    if (!node)
        return;
    m_hasFocus = true;
    std::optional<ColumnId> column;
    if (object.kind == ObjectKind::Column)
        column = ColumnId{object.index};
    (selected ? m_nodes[*node].selected : m_nodes[*node].hovered) = true;
    (selected ? m_selectedColumn : m_hoveredColumn) = column;
    const auto edges = scene.edgesOf(*node);
    // A column without relationships of its own shows those of its table.
    const bool own = std::any_of(edges.begin(), edges.end(), [&](int edge) {
        return edgeTouches(scene.graph(), edge, *node, column);
    });
    for (const int edge : edges) {
        if (own && !edgeTouches(scene.graph(), edge, *node, column))
            continue;
        m_highlighted.push_back(edge);
        m_nodes[scene.graph().edges[edge].from].related = true;
        m_nodes[scene.graph().edges[edge].to].related = true;
    }
}

bool EmphasisMap::isHighlighted(int edge) const
{
    return std::binary_search(m_highlighted.begin(), m_highlighted.end(), edge);
}

} // namespace cadastre

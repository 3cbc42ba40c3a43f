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

template <typename T> void makeSet(std::vector<T>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

EmphasisMap::EmphasisMap(const DiagramScene& scene, const Emphasis& emphasis)
{
    if (scene.isEmpty() || emphasis == Emphasis{})
        return;
    m_nodes.resize(scene.graph().nodes.size());
    const bool chosenLine = emphasis.selectedRelationship.has_value();
    if (emphasis.selected)
        focus(scene, *emphasis.selected, true, !chosenLine);
    if (emphasis.hovered)
        focus(scene, *emphasis.hovered, false, true);
    if (chosenLine) {
        m_hasFocus = true;
        focusRelationship(scene, *emphasis.selectedRelationship);
    }
    for (NodeEmphasis& node : m_nodes)
        node.faded = m_hasFocus && !node.selected && !node.hovered && !node.related;
    if (emphasis.hoveredRelationship)
        focusRelationship(scene, *emphasis.hoveredRelationship);
    if (!emphasis.path.tables.empty())
        showPath(scene, emphasis.path);
    makeSet(m_highlighted);
    makeSet(m_columns);
    for (const ObjectRef object : emphasis.faded)
        if (const auto node = scene.nodeOf(object))
            m_nodes[*node].faded = !m_nodes[*node].selected && !m_nodes[*node].hovered;
    for (const TableId table : emphasis.tables) {
        if (const auto node = scene.nodeOf(table)) {
            m_nodes[*node].selected = true;
            m_nodes[*node].faded = false;
        }
    }
    for (const ObjectRef object : emphasis.hits) {
        if (const auto node = scene.nodeOf(object)) {
            m_nodes[*node].hit = true;
            m_nodes[*node].faded = false;
        }
    }
}

void EmphasisMap::focus(const DiagramScene& scene, ObjectRef object, bool selected, bool withLines)
{
    const auto node = scene.nodeOf(object);
    if (!node)
        return;
    m_hasFocus = true;
    std::optional<ColumnId> column;
    if (object.kind == ObjectKind::Column)
        column = ColumnId{object.index};
    (selected ? m_nodes[*node].selected : m_nodes[*node].hovered) = true;
    if (!withLines)
        return;
    if (column)
        m_columns.push_back(*column);
    const auto edges = scene.edgesOf(*node);
    const auto counts = [&](int edge) {
        return scene.isShown(edge) && edgeTouches(scene.graph(), edge, *node, column);
    };
    // A column without relationships of its own shows those of its table.
    const bool own = std::any_of(edges.begin(), edges.end(), counts);
    for (const int edge : edges) {
        if (own ? !counts(edge) : !scene.isShown(edge))
            continue;
        m_highlighted.push_back(edge);
        m_nodes[scene.graph().edges[edge].from].related = true;
        m_nodes[scene.graph().edges[edge].to].related = true;
    }
}

/// Of a polymorphic relationship only the lines between tables of the path.
void EmphasisMap::showPath(const DiagramScene& scene, const PathEmphasis& path)
{
    m_hasFocus = true;
    for (NodeEmphasis& node : m_nodes)
        node.faded = node.faded || (!node.selected && !node.hovered);
    std::vector<int> nodes;
    for (const TableId table : path.tables) {
        relate(scene, table);
        if (const auto node = scene.nodeOf(table)) {
            m_nodes[*node].hit = true;
            nodes.push_back(*node);
        }
    }
    const auto isOnPath = [&](int node) {
        return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
    };
    const auto& all = *scene.graph().relationships;
    for (const int relationship : path.relationships) {
        if (relationship < 0 || relationship >= static_cast<int>(all.size()))
            continue;
        const auto& columns = all[static_cast<std::size_t>(relationship)].childColumns;
        m_columns.insert(m_columns.end(), columns.begin(), columns.end());
        for (const int edge : scene.edgesOfRelationship(relationship)) {
            const DiagramEdge& facts = scene.graph().edges[edge];
            if (isOnPath(facts.from) && isOnPath(facts.to))
                m_highlighted.push_back(edge);
        }
    }
}

/// Also a relationship that is too weak for a line, whose tables and columns then stand out.
void EmphasisMap::focusRelationship(const DiagramScene& scene, int relationship)
{
    const auto& all = *scene.graph().relationships;
    if (relationship < 0 || relationship >= static_cast<int>(all.size()))
        return;
    const Relationship& facts = all[static_cast<std::size_t>(relationship)];
    relate(scene, facts.child);
    m_columns.insert(m_columns.end(), facts.childColumns.begin(), facts.childColumns.end());
    if (facts.typeColumn)
        m_columns.push_back(*facts.typeColumn);
    for (const RelationshipTarget& target : facts.targets) {
        if (!target.isResolved())
            continue;
        relate(scene, target.table);
        m_columns.insert(m_columns.end(), target.columns.begin(), target.columns.end());
    }
    for (const int edge : scene.edgesOfRelationship(relationship))
        m_highlighted.push_back(edge);
}

void EmphasisMap::relate(const DiagramScene& scene, TableId table)
{
    if (const auto node = scene.nodeOf(table)) {
        m_nodes[*node].related = true;
        m_nodes[*node].faded = false;
    }
}

bool EmphasisMap::isHighlighted(int edge) const
{
    return std::binary_search(m_highlighted.begin(), m_highlighted.end(), edge);
}

} // namespace cadastre

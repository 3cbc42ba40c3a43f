// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// EmphasisMap: what an Emphasis means for each node and edge of a scene. Made once per change, read
// by every frame.
#pragma once

#include "diagram/emphasis.h"
#include "diagram/scene.h"

namespace cadastre {

struct NodeEmphasis
{
    bool faded = false;
    bool selected = false;
    bool hovered = false;
    bool related = false; ///< at the other end of a highlighted edge
    bool hit = false;

    bool operator==(const NodeEmphasis&) const = default;
};

class EmphasisMap
{
public:
    EmphasisMap() = default;
    EmphasisMap(const DiagramScene& scene, const Emphasis& emphasis);

    [[nodiscard]] NodeEmphasis node(int node) const
    {
        return m_nodes.empty() ? NodeEmphasis{} : m_nodes[node];
    }
    /// Edges to be drawn above everything else, ascending.
    [[nodiscard]] const std::vector<int>& highlightedEdges() const { return m_highlighted; }
    [[nodiscard]] bool isHighlighted(int edge) const;
    /// Some table or column is in focus: everything that is not related fades.
    [[nodiscard]] bool hasFocus() const { return m_hasFocus; }
    /// Columns whose rows stand out, ascending.
    [[nodiscard]] const std::vector<ColumnId>& columns() const { return m_columns; }

private:
    void focus(const DiagramScene& scene, ObjectRef object, bool selected, bool withLines);
    void focusRelationship(const DiagramScene& scene, int relationship);
    void relate(const DiagramScene& scene, TableId table);
    void showPath(const DiagramScene& scene, const PathEmphasis& path);

    std::vector<NodeEmphasis> m_nodes; ///< empty when nothing is emphasised
    std::vector<int> m_highlighted;
    bool m_hasFocus = false;
    std::vector<ColumnId> m_columns;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tree of groups with places that are being worked out: who is inside whom, moving a group with
// everything in it, frames around members.
#pragma once

#include "diagram/graph.h"

#include <QPointF>
#include <QRectF>

#include <map>

namespace cadastre {

class LayoutTree
{
public:
    static constexpr double padding = 28;    ///< between a group's frame and what is in it
    static constexpr double headerRoom = 44; ///< above, for the group's name
    static constexpr int root = -1;          ///< the parent of top-level groups

    explicit LayoutTree(const DiagramGraph& graph);

    [[nodiscard]] const DiagramGraph& graph() const { return m_graph; }
    [[nodiscard]] const std::vector<int>& children(int group) const;
    [[nodiscard]] int topLevel(int group) const { return m_topLevel[group]; }
    [[nodiscard]] bool isFramed() const { return m_graph.groups.size() > 1; }
    /// What the frame adds on the left and at the top.
    [[nodiscard]] QPointF frameOffset() const;

    [[nodiscard]] QRectF nodeRect(int node) const;
    void setNode(int node, const QPointF& topLeft) { m_at[node] = topLeft; }
    /// All nodes of a group and of the groups in it.
    [[nodiscard]] std::vector<int> nodesBelow(int group) const;
    void translate(int group, const QPointF& by);
    /// The frame around all members; null for a group without any.
    [[nodiscard]] QRectF frame(int group) const;
    /// How many edges run between groups or what is inside them, by index into `groups`, the lower
    /// one first.
    [[nodiscard]] std::map<std::pair<int, int>, double>
    linksBetween(const std::vector<int>& groups) const;

private:
    const DiagramGraph& m_graph;
    std::vector<std::vector<int>> m_children; ///< the last one is the root's
    std::vector<int> m_topLevel;
    std::vector<QPointF> m_at;
};

} // namespace cadastre

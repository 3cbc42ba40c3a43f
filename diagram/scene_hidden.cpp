// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person hid in a scene: nodes keep their places and are neither drawn nor hit; the frames
// of groups are drawn around what is left. And the frames of a node's groups after it moved.
#include "diagram/scene.h"

#include "diagram/layout_tree.h"

#include <algorithm>

namespace cadastre {

namespace {

/// With the room that a layout leaves around what is inside.
QRectF framedRect(const QRectF& inside)
{
    constexpr double padding = LayoutTree::padding;
    return inside.adjusted(-padding, -padding - LayoutTree::headerRoom, padding, padding);
}

} // namespace

void DiagramScene::setHidden(std::vector<char> hidden)
{
    Q_ASSERT(hidden.empty() || hidden.size() == m_graph->nodes.size());
    if (std::find(hidden.begin(), hidden.end(), char(1)) == hidden.end())
        hidden.clear();
    if (hidden == m_hidden)
        return;
    m_hidden = std::move(hidden);
    if (isEmpty())
        return;
    frameShown();
    m_regions = regionFacts(*m_graph);
    for (int node = 0; node < int(m_hidden.size()); ++node) {
        if (!m_hidden[node])
            continue;
        int group = m_graph->nodes[node].group;
        for (; group >= 0; group = m_graph->groups[group].parent) {
            --m_regions[group].tables;
            m_regions[group].contracts -= m_graph->nodes[node].exposure == Exposure::Contract;
        }
    }
    buildRibbons();
}

/// As a layout frames them: no larger than what is inside.
void DiagramScene::frameAround(int node)
{
    const auto& groups = m_graph->groups;
    const auto& nodes = m_layout.nodes;
    Q_ASSERT(m_layout.groups.size() == groups.size());
    for (int group = m_graph->nodes[node].group; group >= 0; group = groups[group].parent) {
        QRectF inside;
        for (const int member : groups[group].nodes)
            inside |= nodes[member];
        for (int child = group + 1; child < int(groups.size()); ++child)
            if (groups[child].parent == group)
                inside |= m_layout.groups[child];
        m_layout.groups[group] = groups.size() > 1 ? framedRect(inside) : inside;
    }
    m_layout.bounds = QRectF();
    for (const QRectF& rect : nodes)
        m_layout.bounds |= rect;
    for (const QRectF& rect : m_layout.groups)
        m_layout.bounds |= rect;
}

/// Children stand behind their parents.
void DiagramScene::frameShown()
{
    m_shownGroups.clear();
    m_shownBounds = QRectF();
    if (m_hidden.empty())
        return;
    m_shownGroups.resize(m_layout.groups.size());
    std::vector<QRectF> inside(m_layout.groups.size());
    for (int node = 0; node < int(m_hidden.size()); ++node) {
        if (m_hidden[node])
            continue;
        m_shownBounds |= m_layout.nodes[node];
        if (const int group = m_graph->nodes[node].group; group >= 0)
            inside[group] |= m_layout.nodes[node];
    }
    for (int group = int(inside.size()) - 1; group >= 0; --group) {
        if (inside[group].isEmpty())
            continue;
        m_shownGroups[group] = framedRect(inside[group]);
        m_shownBounds |= m_shownGroups[group];
        if (const int parent = m_graph->groups[group].parent; parent >= 0)
            inside[parent] |= m_shownGroups[group];
    }
}

} // namespace cadastre

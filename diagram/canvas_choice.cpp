// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a person hid on the canvas, and the whole picture made small. Nothing here moves a table.
#include "diagram/canvas.h"
#include "diagram/canvas_accessible.h"
#include "diagram/canvas_state.h"
#include "diagram/overview.h"

#include <algorithm>

namespace cadastre {

std::vector<char> hiddenNodes(const TableChoice& choice, const DiagramGraph& graph)
{
    std::vector<char> hidden;
    if (choice.showsAll())
        return hidden;
    hidden.reserve(graph.nodes.size());
    for (const DiagramNode& node : graph.nodes)
        hidden.push_back(choice.shows(graph.catalog->keyOf(node.table)) ? 0 : 1);
    return hidden;
}

void Canvas::setTableChoice(const TableChoice& choice)
{
    CanvasState& state = *m_state;
    if (state.choice == choice)
        return;
    state.choice = choice;
    if (state.scene->isEmpty())
        return;
    cancelLink();
    cancelTableDrag();
    const bool wasFitted = state.fitted;
    state.changeableScene().setHidden(hiddenNodes(choice, state.scene->graph()));
    dropHiddenSelection();
    if (state.current && isHidden(*state.current))
        state.endChoosing();
    state.hovered.reset();
    state.emphasis.hovered.reset();
    state.hoveredRelationship.reset();
    state.emphasis.hoveredRelationship.reset();
    explainLines();
    applyEmphasis();
    forgetAccessibleChildren(this);
    if (wasFitted)
        fit();
    Q_EMIT contentsChanged();
}

/// Of several chosen tables those stay that are shown.
void Canvas::dropHiddenSelection()
{
    Emphasis& emphasis = m_state->emphasis;
    std::erase_if(emphasis.tables, [this](TableId table) { return isHidden(table); });
    if (emphasis.tables.size() == 1) {
        emphasis.selected = emphasis.tables.front();
        emphasis.tables.clear();
    }
}

const TableChoice& Canvas::tableChoice() const
{
    return m_state->choice;
}

bool Canvas::isHidden(ObjectRef object) const
{
    const auto node = m_state->scene->nodeOf(object);
    return node && m_state->scene->isHidden(*node);
}

std::vector<TableId> Canvas::hiddenTables() const
{
    std::vector<TableId> tables;
    const DiagramScene& scene = *m_state->scene;
    if (scene.isEmpty() || !scene.hidesNodes())
        return tables;
    for (int node = 0; node < int(scene.graph().nodes.size()); ++node)
        if (scene.isHidden(node))
            tables.push_back(scene.graph().nodes[node].table);
    std::sort(tables.begin(), tables.end());
    return tables;
}

QRectF Canvas::shownBounds() const
{
    return m_state->scene->isEmpty() ? QRectF() : m_state->scene->bounds();
}

QImage Canvas::overview(QSize size, double pixelRatio) const
{
    return paintOverview(*m_state->scene, size, pixelRatio, Theme::of(m_state->dark));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Moving the selected tables by keys: each press moves them by a step, and what was moved until the
// key Ctrl is let go is one move.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace cadastre {

namespace {

constexpr double nudgeStep = 20; ///< scene pixels

} // namespace

bool Canvas::nudge(QPointF direction)
{
    CanvasState& state = *m_state;
    const std::vector<TableId> tables = selectedTables();
    if (tables.empty() || state.drag.kind != DragKind::None)
        return false;
    std::vector<std::pair<int, QPointF>> places;
    for (const TableId table : tables) {
        if (const auto node = state.scene->nodeOf(table))
            places.emplace_back(*node, state.scene->layout().nodes[*node].topLeft());
    }
    const auto sameNode = [](const auto& a, const auto& b) { return a.first == b.first; };
    if (!std::equal(places.begin(), places.end(), state.nudged.begin(), state.nudged.end(),
                    sameNode)) {
        finishNudge();
        state.nudged = places;
    }
    for (auto& [node, place] : places)
        place += direction * nudgeStep;
    state.changeableScene().dragNodes(places);
    QRectF moved;
    for (const auto& [node, place] : places)
        moved |= state.scene->layout().nodes[node];
    bringIntoView(moved);
    repaintPicture();
    return true;
}

void Canvas::finishNudge()
{
    if (!m_state->nudged.empty())
        tellMoved(std::exchange(m_state->nudged, {}));
}

/// Makes the places of nodes that were moved by hand their own.
void Canvas::tellMoved(const std::vector<std::pair<int, QPointF>>& before)
{
    std::vector<MovedTable> moves;
    std::vector<std::pair<TableId, QPointF>> places;
    for (const auto& [node, from] : before) {
        const QPointF to = m_state->scene->layout().nodes[node].topLeft();
        places.emplace_back(graph()->nodes[node].table, to);
        if (to != from)
            moves.push_back({graph()->nodes[node].table, from, to});
    }
    placeTables(places);
    if (!moves.empty())
        Q_EMIT tablesMoved(moves);
}

void Canvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Control)
        finishNudge();
    QWidget::keyReleaseEvent(event);
}

} // namespace cadastre

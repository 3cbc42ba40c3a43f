// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Keys for relationships: Tab and Shift+Tab, or R and Shift+R, walk the lines of the selected
// table; then Up and Down go on, Enter goes to the table at the other end, Left and Right to the
// one at that end, Shift+Enter activates, Escape goes back to the table. L folds the legend of
// lines.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

#include <QKeyEvent>

#include <algorithm>

namespace cadastre {

bool Canvas::relationshipKey(const QKeyEvent& event)
{
    const bool chosen = selectedRelationship().has_value();
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_R:
        if ((!chosen && !selected()) || (event.modifiers() & ~Qt::ShiftModifier))
            return false;
        walkRelationships(!shift);
        return true;
    case Qt::Key_L:
        if (event.modifiers() != Qt::NoModifier || m_state->lineLegend.isEmpty())
            return false;
        toggleLineLegend();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (chosen && !shift)
            walkRelationships(event.key() == Qt::Key_Down);
        return chosen && !shift;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (chosen && !shift)
            walkToEnd(event.key() == Qt::Key_Left);
        return chosen && !shift;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chosen && shift)
            Q_EMIT relationshipActivated(*selectedRelationship());
        else if (chosen)
            walkAcross();
        return chosen;
    case Qt::Key_Escape:
        if (cancelLink())
            return true;
        if (!chosen && isSelectingArea()) {
            setSelectingArea(false);
            Q_EMIT selectingAreaChanged(false);
            return true;
        }
        if (!chosen && isDrawingRelationship()) {
            setDrawingRelationship(false);
            Q_EMIT drawingRelationshipChanged(false);
            return true;
        }
        selectRelationshipAndTell(std::nullopt);
        return chosen;
    default:
        return false;
    }
}

/// The first one comes after the last one; false where there is none.
bool Canvas::walkRelationships(bool forward)
{
    const auto current = selectedRelationship();
    const ObjectRef table =
        selected() ? *selected() : ObjectRef((*graph()->relationships)[*current].child);
    const std::vector<int> lines = relationshipsOf(table);
    if (lines.empty())
        return false;
    if (!selected())
        selectAndTell(table);
    const auto at = current ? std::find(lines.begin(), lines.end(), *current) : lines.end();
    int next = forward ? lines.front() : lines.back();
    if (at != lines.end() && forward && at + 1 != lines.end())
        next = *(at + 1);
    else if (at != lines.end() && !forward && at != lines.begin())
        next = *(at - 1);
    selectRelationshipAndTell(next);
    ensureRelationshipVisible(next);
    return true;
}

void Canvas::walkAcross()
{
    if (const auto end = otherEnd(*selectedRelationship()))
        walkTo(*end);
}

/// To the table that stands at the left or right end of the selected line.
void Canvas::walkToEnd(bool left)
{
    const auto edges = m_state->scene->edgesOfRelationship(*selectedRelationship());
    if (edges.empty())
        return;
    const DiagramEdge& edge = graph()->edges[edges.front()];
    const auto middle = [this](int node) { return diagramLayout().nodes[node].center().x(); };
    const bool fromIsLeft = middle(edge.from) <= middle(edge.to);
    walkTo(graph()->nodes[fromIsLeft == left ? edge.from : edge.to].table);
}

} // namespace cadastre

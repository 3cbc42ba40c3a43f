// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Keyboard and focus of the canvas: arrows walk from table to related table and pan while nothing
// is selected; Tab walks the relationships of a table. More keys of relationships live in
// canvas_relationship_keys.cpp, those that choose several tables in canvas_choosing.cpp, those that
// move tables in canvas_nudging.cpp.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"
#include "diagram/keyboard_watch.h"
#include "diagram/walk.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace cadastre {

namespace {

constexpr double panStep = 80;   ///< screen pixels
constexpr double pagePart = 0.8; ///< of the height

std::optional<QPointF> arrowDirection(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return std::nullopt;
    }
}

} // namespace

void Canvas::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && cancelTableDrag())
        return;
    if (relationshipKey(*event) || arrowKey(*event) || viewKey(*event))
        return;
    if (event->matches(QKeySequence::SelectAll)) {
        selectAllTables();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Home:
    case Qt::Key_End:
        walkToFarthest(event->key() == Qt::Key_Home);
        return;
    case Qt::Key_Backspace:
        event->modifiers() & Qt::ShiftModifier ? Q_EMIT forwardRequested() : Q_EMIT backRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_state->choosing && currentTable())
            Q_EMIT objectActivated(*currentTable());
        else if (selected())
            Q_EMIT objectActivated(*selected());
        return;
    case Qt::Key_Space:
        toggleCurrent();
        return;
    case Qt::Key_Escape:
        if (escape())
            return;
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

/// From what was asked for last back to nothing, a step each.
bool Canvas::escape()
{
    if (!m_state->emphasis.path.tables.empty()) {
        setPath({});
        Q_EMIT pathDismissed();
        return true;
    }
    if (m_state->choosing) {
        const auto table = currentTable();
        selectAndTell(table ? std::optional(ObjectRef(*table)) : std::nullopt);
        return true;
    }
    if (!selectedTables().empty()) {
        selectAndTell(std::nullopt);
        return true;
    }
    m_state->tabLeaves = true;
    return false;
}

/// With Ctrl the selected tables move, with both Ctrl and Shift the picture does.
bool Canvas::arrowKey(const QKeyEvent& event)
{
    const auto direction = arrowDirection(event.key());
    if (!direction || (event.modifiers() & Qt::AltModifier))
        return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    const bool control = event.modifiers() & Qt::ControlModifier;
    if (control && !shift)
        return nudge(*direction);
    if (control || !currentTable())
        panBy(-*direction * panStep);
    else if (shift || m_state->isChoosing())
        chooseToward(*direction, shift);
    else
        walk(*direction);
    return true;
}

bool Canvas::viewKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_1:
        zoomTo100();
        return true;
    case Qt::Key_PageUp:
        panBy({0, height() * pagePart});
        return true;
    case Qt::Key_PageDown:
        panBy({0, -height() * pagePart});
        return true;
    default:
        return false;
    }
}

void Canvas::walk(QPointF direction)
{
    const DiagramScene& scene = *m_state->scene;
    const auto from = selected() ? scene.nodeOf(*selected()) : std::nullopt;
    const auto step = from ? stepFrom(scene, *from, direction) : std::nullopt;
    if (!step)
        return;
    walkTo(scene.graph().nodes[step->node].table);
    if (!step->related)
        m_state->strayed = graph()->nodes[*from].table;
    Q_EMIT emphasisChanged();
}

void Canvas::walkTo(ObjectRef table)
{
    selectAndTell(table);
    bringIntoView(objectRect(*m_state->scene, table));
}

/// To the first or last table of all that are shown, as one reads.
void Canvas::walkToFarthest(bool first)
{
    const std::vector<ObjectRef> tables = cadastre::visibleObjects(*m_state->scene, shownBounds());
    if (!tables.empty())
        walkTo(first ? tables.front() : tables.back());
}

/// From nothing to the first or last table in view, from a table around its relationships; false
/// where the canvas is left.
bool Canvas::walkByTab(bool forward)
{
    if (m_state->tabLeaves || m_state->isChoosing())
        return false;
    if (selected() || selectedRelationship())
        return walkRelationships(forward);
    const std::vector<ObjectRef> tables = visibleObjects();
    if (tables.empty())
        return false;
    walkTo(forward ? tables.front() : tables.back());
    return true;
}

bool Canvas::focusNextPrevChild(bool next)
{
    if (hasFocus() && walkByTab(next))
        return true;
    return QWidget::focusNextPrevChild(next);
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    m_state->showFocusFrame = isFocusByKeyboard(event->reason());
    m_state->tabLeaves = false;
    QWidget::focusInEvent(event);
    update();
}

void Canvas::focusOutEvent(QFocusEvent* event)
{
    m_state->showFocusFrame = false;
    finishNudge();
    QWidget::focusOutEvent(event);
    update();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Keyboard and focus of the canvas: arrows walk from table to table, related ones first, and pan
// while nothing is selected; Tab walks the relationships of a table. More keys of relationships
// live in canvas_relationship_keys.cpp, keys that move tables in canvas_nudging.cpp.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr double panStep = 80;      ///< screen pixels
constexpr double pagePart = 0.8;    ///< of the height
constexpr double unrelatedCost = 3; ///< how much farther what is not related counts

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
        if (selected())
            Q_EMIT objectActivated(*selected());
        return;
    case Qt::Key_Escape:
        if (!selectedTables().empty()) {
            selectAndTell(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

/// With Ctrl the selected tables move, with Shift the picture does.
bool Canvas::arrowKey(const QKeyEvent& event)
{
    const auto direction = arrowDirection(event.key());
    if (!direction || (event.modifiers() & Qt::AltModifier))
        return false;
    if (event.modifiers() & Qt::ControlModifier)
        return nudge(*direction);
    if (selected() && !(event.modifiers() & Qt::ShiftModifier))
        walk(*direction);
    else
        panBy(-*direction * panStep);
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

/// To the table whose middle is nearest in a direction; what is off to the side counts as farther,
/// what is related counts as nearer.
void Canvas::walk(QPointF direction)
{
    const DiagramScene& scene = *m_state->scene;
    const auto from = selected() ? scene.nodeOf(*selected()) : std::nullopt;
    if (!from)
        return;
    std::vector<char> related(scene.layout().nodes.size(), 0);
    for (const int edge : scene.edgesOf(*from)) {
        if (!scene.isShown(edge))
            continue;
        related[scene.graph().edges[edge].from] = 1;
        related[scene.graph().edges[edge].to] = 1;
    }
    const QPointF start = scene.layout().nodes[*from].center();
    std::optional<int> best;
    double bestCost = 0;
    for (int node = 0; node < int(scene.layout().nodes.size()); ++node) {
        const QPointF way = scene.layout().nodes[node].center() - start;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        const double cost = (along + 2 * aside) * (related[node] ? 1 : unrelatedCost);
        if (node == *from || scene.isHidden(node) || along <= 0 || aside > 2 * along ||
            (best && cost >= bestCost))
            continue;
        best = node;
        bestCost = cost;
    }
    if (best)
        walkTo(scene.graph().nodes[*best].table);
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

/// From nothing to the first or last table in view, from a table to its relationships and, before
/// the first of these, back to it; false where the canvas is left.
bool Canvas::walkByTab(bool forward)
{
    if (selected()) {
        if (walkRelationshipsByTab(forward))
            return true;
        const bool chosen = selectedRelationship().has_value();
        if (chosen && !forward)
            selectRelationshipAndTell(std::nullopt);
        return chosen && !forward;
    }
    const std::vector<ObjectRef> tables = visibleObjects();
    if (tables.empty() || !selectedTables().empty())
        return false;
    walkTo(forward ? tables.front() : tables.back());
    return true;
}

/// Going back begins nowhere: from a table itself it leaves the canvas.
bool Canvas::walkRelationshipsByTab(bool forward)
{
    return (forward || selectedRelationship()) && walkRelationships(forward, false);
}

bool Canvas::focusNextPrevChild(bool next)
{
    if (hasFocus() && walkByTab(next))
        return true;
    return QWidget::focusNextPrevChild(next);
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    m_state->showFocusFrame = event->reason() == Qt::TabFocusReason ||
                              event->reason() == Qt::BacktabFocusReason ||
                              event->reason() == Qt::ShortcutFocusReason;
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

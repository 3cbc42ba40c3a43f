// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Keyboard and focus of the canvas: Tab and arrows walk the tables in view, arrows pan while
// nothing is selected. Keys that walk relationships live in canvas_relationships.cpp.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

constexpr double panStep = 80; ///< screen pixels

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
    if (relationshipKey(*event))
        return;
    if (event->matches(QKeySequence::SelectAll)) {
        selectAllTables();
        return;
    }
    if (const auto direction = arrowDirection(event->key())) {
        if (selected() && !(event->modifiers() & Qt::ShiftModifier))
            walk(*direction);
        else
            panBy(-*direction * panStep);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_1:
        zoomTo100();
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

/// To the table whose middle is nearest in a direction; what is off to the side counts as farther.
void Canvas::walk(QPointF direction)
{
    const DiagramScene& scene = *m_state->scene;
    const auto from = selected() ? scene.nodeOf(*selected()) : std::nullopt;
    if (!from)
        return;
    const QPointF start = scene.layout().nodes[*from].center();
    std::optional<int> best;
    double bestCost = 0;
    for (int node = 0; node < int(scene.layout().nodes.size()); ++node) {
        const QPointF way = scene.layout().nodes[node].center() - start;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        const double cost = along + 2 * aside;
        if (node == *from || along <= 0 || aside > 2 * along || (best && cost >= bestCost))
            continue;
        best = node;
        bestCost = cost;
    }
    if (!best)
        return;
    walkTo(scene.graph().nodes[*best].table);
}

void Canvas::walkTo(ObjectRef table)
{
    selectAndTell(table);
    bringIntoView(objectRect(*m_state->scene, table));
}

bool Canvas::walkToNext(bool forward)
{
    const std::vector<ObjectRef> tables = visibleObjects();
    if (tables.empty())
        return false;
    std::optional<ObjectRef> current;
    if (selected())
        if (const auto node = m_state->scene->nodeOf(*selected()))
            current = m_state->scene->graph().nodes[*node].table;
    const auto at = current ? std::find(tables.begin(), tables.end(), *current) : tables.end();
    if (at == tables.end()) {
        walkTo(forward ? tables.front() : tables.back());
        return true;
    }
    if (at == (forward ? tables.end() - 1 : tables.begin()))
        return false;
    walkTo(forward ? *(at + 1) : *(at - 1));
    return true;
}

/// Tab walks the tables in view and leaves the canvas after the last one.
bool Canvas::focusNextPrevChild(bool next)
{
    if (hasFocus() && walkToNext(next))
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
    QWidget::focusOutEvent(event);
    update();
}

} // namespace cadastre

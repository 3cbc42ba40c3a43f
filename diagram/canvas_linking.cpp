// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Drawing a relationship by hand: from the row of a column to another row, or to a table as a
// whole, which means its key. By dragging, or by two clicks in the mode. Nothing is changed here:
// the result is a signal.
#include "diagram/boxes.h"
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"
#include "diagram/link_targets.h"

#include <QApplication>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int scrollIntervalMs = 16;
constexpr double scrollMargin = 28; ///< widget pixels
constexpr double mostScroll = 18;   ///< widget pixels per step

/// How far to scroll where the mouse is this near to an edge, or beyond it.
double scrollStep(double position, double length)
{
    if (position < scrollMargin)
        return std::min((scrollMargin - position) / 2, mostScroll);
    if (position > length - scrollMargin)
        return -std::min((position - length + scrollMargin) / 2, mostScroll);
    return 0;
}

std::optional<ColumnId> targetOf(const DiagramScene& scene, ColumnId child, const Hit& hit)
{
    const DiagramNode& node = scene.graph().nodes[hit.node];
    if (hit.row >= 0 && node.rows[hit.row].kind == RowKind::Column) {
        const ColumnId column = node.rows[hit.row].columns.front();
        return column == child ? std::nullopt : std::optional(column);
    }
    return keyColumnFor(*scene.graph().catalog, node.table, child);
}

} // namespace

void Canvas::setDrawingRelationship(bool drawing)
{
    if (m_state->drawing == drawing)
        return;
    cancelLink();
    m_state->drawing = drawing;
    resetCursor();
}

bool Canvas::isDrawingRelationship() const
{
    return m_state->drawing;
}

void Canvas::showHint(const QString& text)
{
    QToolTip::showText(mapToGlobal(m_state->drag.pressed.toPoint()), toolTipHtml(text), this);
}

/// False where nothing can be drawn from, after a hint that says why where a line was surely meant.
bool Canvas::startLink(QPointF position, bool explains)
{
    CanvasState& state = *m_state;
    const auto& hit = state.drag.hit;
    if (!hit)
        return false;
    const auto hint = [&](const QString& text) {
        if (explains)
            showHint(text);
    };
    if (detailLevelAt(scale()) != DetailLevel::Rows) {
        hint(tr("Zoom in until columns are shown to draw a relationship from one."));
        return false;
    }
    const DiagramNode& node = state.scene->graph().nodes[hit->node];
    if (hit->row < 0) {
        hint(tr("Start at the column that refers to another table."));
        return false;
    }
    if (node.rows[hit->row].kind != RowKind::Column) {
        hint(tr("These columns are folded: unfold them to draw from one of them."));
        return false;
    }
    state.link = {};
    state.link.child = node.rows[hit->row].columns.front();
    state.link.likely = likelyParents(*state.scene->graph().catalog, state.link.child);
    state.link.position = position;
    state.drag.kind = DragKind::Link;
    setHovered(std::nullopt);
    setHoveredRelationship(std::nullopt);
    setCursor(Qt::CrossCursor);
    update();
    return true;
}

void Canvas::moveLink(QPointF position)
{
    CanvasState& state = *m_state;
    CanvasLink& link = state.link;
    link.position = position;
    const auto hit = hitTest(*state.scene, state.view.toScene(position), scale());
    link.target = hit ? targetOf(*state.scene, link.child, *hit) : std::nullopt;
    const bool atEdge =
        scrollStep(position.x(), width()) != 0 || scrollStep(position.y(), height()) != 0;
    if (atEdge && !link.scrollTimer.isActive())
        link.scrollTimer.start(scrollIntervalMs, this);
    else if (!atEdge)
        link.scrollTimer.stop();
    setCursor(hit && !link.target ? Qt::ForbiddenCursor : Qt::CrossCursor);
    update();
}

void Canvas::scrollLink()
{
    const QPointF at = m_state->link.position;
    panBy({scrollStep(at.x(), width()), scrollStep(at.y(), height())});
    moveLink(at);
}

/// A press without a move is a click: in the mode the line then follows the mouse.
void Canvas::releaseLink(QPointF position)
{
    const CanvasDrag drag = m_state->drag;
    const bool moved =
        (position - drag.pressed).manhattanLength() >= QApplication::startDragDistance();
    if (moved) {
        finishLink(position);
    } else if (m_state->drawing) {
        m_state->link.follows = true;
    } else {
        cancelLink();
        selectClicked(drag);
    }
}

void Canvas::finishLink(QPointF position)
{
    moveLink(position);
    m_state->drag.pressed = position;
    const ColumnId child = m_state->link.child;
    const std::optional<ColumnId> target = m_state->link.target;
    const auto object = objectAt(position.toPoint());
    if (!target && object && *object != ObjectRef(child))
        showHint(tr("This table has no key of one column. End at the column that is meant."));
    cancelLink();
    if (target)
        Q_EMIT relationshipDrawn(child, *target);
}

bool Canvas::cancelLink()
{
    if (m_state->drag.kind != DragKind::Link)
        return false;
    m_state->link.scrollTimer.stop();
    m_state->link = {};
    m_state->drag = {};
    resetCursor();
    update();
    return true;
}

void Canvas::paintLink(QPainter& painter)
{
    const CanvasState& state = *m_state;
    const Theme& theme = state.theme();
    const QColor accent = theme.color(Ink::Accent);
    const auto rowOnScreen = [&](ColumnId column) {
        return state.view.toScreen(objectRect(*state.scene, column));
    };
    painter.setRenderHint(QPainter::Antialiasing);
    if (detailLevelAt(scale()) == DetailLevel::Rows) {
        painter.setPen(QPen(accent, 1, Qt::DashLine));
        for (const int node : state.scene->nodesIn(viewRect()))
            for (const DiagramRow& row : state.scene->graph().nodes[node].rows)
                if (row.kind == RowKind::Column &&
                    std::binary_search(state.link.likely.begin(), state.link.likely.end(),
                                       row.columns.front()))
                    painter.drawRoundedRect(rowOnScreen(row.columns.front()).adjusted(2, 1, -2, -1),
                                            3, 3);
    }
    const QRectF from = rowOnScreen(state.link.child);
    painter.setPen(QPen(accent, 2));
    painter.drawRoundedRect(from.adjusted(1, 0, -1, 0), 3, 3);
    QPointF end = state.link.position;
    if (state.link.target) {
        const QRectF to = rowOnScreen(*state.link.target);
        painter.drawRoundedRect(to.adjusted(1, 0, -1, 0), 3, 3);
        end = {end.x() < to.center().x() ? to.left() : to.right(), to.center().y()};
        if (from.right() < to.left() || to.right() < from.left())
            end.setX(from.right() < to.left() ? to.left() : to.right());
    }
    const bool leavesRight = end.x() >= from.center().x();
    const QPointF start(leavesRight ? from.right() : from.left(), from.center().y());
    painter.setPen(QPen(accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(start, end);
    painter.setBrush(accent);
    painter.drawEllipse(start, 3.5, 3.5);
    painter.setBrush(state.link.target ? QBrush(accent) : QBrush(theme.color(Ink::Background)));
    painter.drawEllipse(end, 4.5, 4.5);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Mouse, wheel and touchpad of the canvas.
#include "diagram/canvas.h"
#include "diagram/canvas_accessible.h"
#include "diagram/canvas_state.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTimerEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

/// A mouse that only passes over a table changes nothing.
constexpr int hoverDelayMs = 60;

bool isTouchpadScroll(const QWheelEvent& event)
{
    return event.hasPixelDelta() && (event.phase() != Qt::NoScrollPhase ||
                                     event.device()->type() == QInputDevice::DeviceType::TouchPad);
}

} // namespace

void Canvas::applyEmphasis()
{
    m_state->emphasisMap = std::make_shared<const EmphasisMap>(*m_state->scene, m_state->emphasis);
    repaintPicture();
    Q_EMIT emphasisChanged();
}

void Canvas::selectAndTell(std::optional<ObjectRef> object)
{
    const std::vector<TableId> before = selectedTables();
    selectRelationshipAndTell(std::nullopt);
    if (m_state->emphasis.selected != object) {
        select(object);
        tellAccessibleSelection(this);
        Q_EMIT selectionChanged(object);
    }
    select(object);
    tellIfTablesChanged(before);
}

void Canvas::setHovered(std::optional<ObjectRef> object)
{
    if (m_state->hovered == object)
        return;
    m_state->hovered = object;
    m_state->hoverTimer.start(hoverDelayMs, this);
    Q_EMIT hovered(object);
}

void Canvas::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_state->link.scrollTimer.timerId()) {
        scrollLink();
        return;
    }
    if (event->timerId() != m_state->hoverTimer.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    m_state->hoverTimer.stop();
    Emphasis& emphasis = m_state->emphasis;
    if (emphasis.hovered == m_state->hovered &&
        emphasis.hoveredRelationship == m_state->hoveredRelationship)
        return;
    emphasis.hovered = m_state->hovered;
    emphasis.hoveredRelationship = m_state->hoveredRelationship;
    applyEmphasis();
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    CanvasDrag& drag = m_state->drag;
    const bool middle = event->button() == Qt::MiddleButton;
    if (drag.kind == DragKind::Link && m_state->link.follows) {
        event->button() == Qt::LeftButton ? finishLink(event->position()) : void(cancelLink());
        return;
    }
    if (event->button() == Qt::BackButton || event->button() == Qt::ForwardButton) {
        event->button() == Qt::BackButton ? Q_EMIT backRequested() : Q_EMIT forwardRequested();
        return;
    }
    if (drag.kind != DragKind::None || (event->button() != Qt::LeftButton && !middle))
        return;
    m_state->showFocusFrame = false;
    if (!middle && lineLegendRect().contains(event->position())) {
        toggleLineLegend();
        return;
    }
    drag = {};
    drag.kind = middle ? DragKind::Pan : DragKind::Click;
    drag.middleButton = middle;
    drag.modifiers = event->modifiers();
    drag.pressed = drag.last = event->position();
    drag.name = groupNameAt(event->position().toPoint());
    if (!drag.name)
        drag.hit = hitTest(*m_state->scene, m_state->view.toScene(event->position()), scale());
    const bool surelyLink = m_state->drawing || (event->modifiers() & Qt::AltModifier);
    if (middle)
        setCursor(Qt::ClosedHandCursor);
    else if (surelyLink || (event->modifiers() & Qt::ControlModifier))
        startLink(event->position(), surelyLink);
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    CanvasDrag& drag = m_state->drag;
    const QPointF position = event->position();
    if (drag.kind == DragKind::None) {
        hoverAt(position);
        return;
    }
    if (drag.kind == DragKind::Link) {
        moveLink(position);
        return;
    }
    if (drag.kind == DragKind::Click) {
        if ((position - drag.pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        startDrag();
    }
    if (drag.kind == DragKind::Table)
        moveDraggedTables(position);
    else if (drag.kind == DragKind::Pan)
        panBy(position - drag.last);
    drag.last = position;
    if (drag.kind == DragKind::Band)
        update();
}

/// Tables move, empty space pans or, with Shift or in the mode for it, spans a rubber band; also
/// above tables that are too small to be meant.
void Canvas::startDrag()
{
    CanvasDrag& drag = m_state->drag;
    const DetailLevel level = detailLevelAt(scale());
    const bool tiny = level == DetailLevel::Regions || level == DetailLevel::Blocks;
    const bool spans = m_state->selectingArea || (drag.modifiers & Qt::ShiftModifier);
    if (spans && (!drag.hit || tiny))
        drag.kind = DragKind::Band;
    else
        drag.kind = drag.hit && level != DetailLevel::Regions ? DragKind::Table : DragKind::Pan;
    if (drag.kind == DragKind::Band)
        setCursor(Qt::CrossCursor);
    else
        setCursor(drag.kind == DragKind::Table ? Qt::SizeAllCursor : Qt::ClosedHandCursor);
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    const CanvasDrag drag = m_state->drag;
    if (event->button() != (drag.middleButton ? Qt::MiddleButton : Qt::LeftButton))
        return;
    if (drag.kind == DragKind::Link) {
        releaseLink(event->position());
        return;
    }
    if (drag.kind == DragKind::Table) {
        releaseTables(drag);
        return;
    }
    m_state->drag = {};
    resetCursor();
    if (drag.kind == DragKind::Band)
        releaseBand(drag, event->position());
    else if (drag.kind == DragKind::Click)
        selectClicked(drag);
}

void Canvas::selectClicked(const CanvasDrag& drag)
{
    if (drag.name) {
        chooseGroup(*drag.name, drag.modifiers & (Qt::ControlModifier | Qt::ShiftModifier));
        return;
    }
    if (!drag.hit) {
        if (drag.modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
            return; // a slip while several are chosen loses none
        if (const auto relationship = nextRelationshipAt(drag.pressed))
            selectRelationshipAndTell(relationship);
        else
            selectAndTell(std::nullopt);
        return;
    }
    const DiagramNode& node = m_state->scene->graph().nodes[drag.hit->node];
    const bool toggles = drag.modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (toggles && !selectedTables().empty()) {
        toggleTable(node.table);
        return;
    }
    selectAndTell(drag.hit->object);
    if (drag.hit->row >= 0 && node.rows[drag.hit->row].kind == RowKind::Family)
        Q_EMIT unfoldRequested(node.table);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_state->drag.kind == DragKind::Link)
        return;
    const QPoint position = event->position().toPoint();
    if (lineLegendRect().contains(event->position())) {
        toggleLineLegend();
        return;
    }
    if (activateRegion(position))
        return;
    if (const auto object = objectAt(position)) {
        selectAndTell(object);
        Q_EMIT objectActivated(*object);
    } else if (const auto relationship = relationshipAt(position)) {
        selectRelationshipAndTell(relationship);
        Q_EMIT relationshipActivated(*relationship);
    }
}

void Canvas::resetCursor()
{
    if (m_state->drawing || m_state->selectingArea)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void Canvas::leaveEvent(QEvent*)
{
    setHovered(std::nullopt);
    setHoveredRelationship(std::nullopt);
}

void Canvas::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (isTouchpadScroll(*event) && !control) {
        panBy(event->pixelDelta());
        return;
    }
    const double steps = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ShiftModifier)
        panBy(QPointF(steps * 80, 0));
    else
        zoomAt(event->position(), std::pow(1.2, steps));
}

void Canvas::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const bool onLegend = !byKey && lineLegendRect().contains(event->pos());
    if (cancelLink() || cancelTableDrag() || onLegend || openRegionMenu(*event))
        return;
    const std::optional<ObjectRef> object = byKey ? selected() : objectAt(event->pos());
    std::optional<int> relationship = selectedRelationship();
    if (!byKey) {
        relationship = object ? std::nullopt : relationshipAt(event->pos());
        if (relationship)
            selectRelationshipAndTell(relationship);
        else if (!isOneOfSeveral(object))
            selectAndTell(object);
    }
    QPoint position = event->globalPos();
    if (relationship) {
        if (byKey)
            position = mapToGlobal(relationshipRect(*relationship).intersected(rect()).center());
        Q_EMIT relationshipMenuRequested(*relationship, position);
        return;
    }
    if (byKey && object)
        position = mapToGlobal(widgetRect(*object).center());
    Q_EMIT contextMenuRequested(object, position);
}

bool Canvas::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        showToolTip(*static_cast<QHelpEvent*>(event));
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace cadastre

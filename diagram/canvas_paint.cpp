// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Painting of the canvas: at once where that is quick, else the last frame scaled and the sharp one
// from the frame worker.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

#include <QPaintEvent>
#include <QPainter>

#include <utility>

namespace cadastre {

namespace {

constexpr double frameBudgetMs = 16;

} // namespace

void Canvas::setUpFrames()
{
    connect(&m_state->worker, &FrameWorker::painted, this, [this](const Frame& frame) {
        m_state->frame = frame;
        m_state->lastMilliseconds[std::size_t(detailLevelAt(frame.view.scale()))] =
            frame.milliseconds;
        update();
    });
}

void Canvas::repaintPicture()
{
    ++m_state->wantedFrame;
    update();
}

void Canvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_state->theme();
    if (m_state->scene->isEmpty()) {
        painter.fillRect(rect(), theme.color(Ink::Background));
        painter.setPen(theme.color(Ink::DimText));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_state->emptyText);
    } else {
        paintPicture(painter);
        if (m_state->drag.kind == DragKind::Link)
            paintLink(painter);
        if (m_state->drag.kind == DragKind::Band)
            paintBand(painter);
        if (m_state->drag.region)
            paintDropTarget(painter);
        paintCurrent(painter);
        paintLineLegend(painter);
    }
    if (m_state->showFocusFrame && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.color(Ink::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void Canvas::paintPicture(QPainter& painter)
{
    CanvasState& state = *m_state;
    const double ratio = devicePixelRatioF();
    const bool fresh =
        state.frame.number == state.wantedFrame && state.frame.image.size() == size() * ratio;
    if (!fresh) {
        const FrameRequest request{state.scene,
                                   state.emphasisMap,
                                   state.view,
                                   size(),
                                   ratio,
                                   state.dark,
                                   state.showViewDependencies,
                                   state.wantedFrame,
                                   state.comments,
                                   state.changes,
                                   state.accent};
        double& last = state.lastMilliseconds[std::size_t(detailLevelAt(state.view.scale()))];
        if (last <= frameBudgetMs || state.frame.image.isNull()) {
            state.frame = paintFrame(state.painter, request);
            last = state.frame.milliseconds;
        } else if (state.requestedFrame != state.wantedFrame) {
            state.requestedFrame = state.wantedFrame;
            state.worker.request(request);
        }
    }
    if (state.frame.view == state.view) {
        painter.drawImage(QPoint(0, 0), state.frame.image);
        return;
    }
    // The last frame where it would be now, until the sharp one is there.
    painter.fillRect(rect(), state.theme().color(Ink::Background));
    const QRectF shown = state.frame.view.visible(state.frame.image.deviceIndependentSize());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(state.view.toScreen(shown), state.frame.image);
}

/// What comes or goes above the diagram moves no table: the picture stays where it is on the
/// screen, unless it is all to be seen and no longer is.
void Canvas::resizeEvent(QResizeEvent* event)
{
    CanvasState& state = *m_state;
    const int top = mapTo(window(), QPoint()).y();
    const int lower = top - std::exchange(state.top, top);
    const bool pushed = lower != 0 && event->size().width() == event->oldSize().width() &&
                        event->size().height() + lower == event->oldSize().height();
    fitLineLegend();
    if (pushed) {
        const bool fitted = state.fitted;
        panBy(QPointF(0, -lower));
        state.fitted = fitted;
    }
    const bool allSeen = pushed && viewRect().contains(state.scene->bounds());
    if (state.fitted && !state.scene->isEmpty() && !allSeen)
        fit();
    repaintPicture();
    Q_EMIT viewChanged();
}

} // namespace cadastre

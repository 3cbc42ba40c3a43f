// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/minimap.h"

#include "diagram/canvas.h"
#include "diagram/overview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int cornerMargin = 10;
constexpr QSize mapSize(210, 150);
constexpr int leastCanvas =
    420; ///< width and, less, height below which it would only be in the way
constexpr int remakeDelayMs = 120;
constexpr double leastFrame = 6;            ///< pixels; smaller, nobody could drag it
constexpr std::size_t markedPerFrame = 200; ///< selected tables; of more the marks are kept

} // namespace

Minimap::Minimap(Canvas* canvas)
    : QFrame(canvas)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Minimap"));
    setAccessibleDescription(tr("The whole diagram; arrow keys move the part that is in view"));
    setToolTip(tr("Click to go there, drag the frame to look around; Ctrl+Shift+M hides it"));
    setAttribute(Qt::WA_NoMousePropagation); // what lies below it is not meant
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::ClickFocus);
    canvas->installEventFilter(this);
    connect(canvas, &Canvas::contentsChanged, this, [this] {
        if (m_wanted)
            m_timer.start(remakeDelayMs, this);
    });
    connect(canvas, &Canvas::viewChanged, this, [this] {
        showWhereUseful();
        update();
    });
    hide();
}

QSize Minimap::sizeHint() const
{
    return mapSize.boundedTo(m_canvas->size() / 3);
}

void Minimap::setWanted(bool wanted)
{
    m_wanted = wanted;
    m_picture = QImage();
    place();
}

void Minimap::place()
{
    const QSize size = sizeHint();
    if (size != this->size()) {
        resize(size);
        m_picture = QImage();
    }
    move(m_canvas->width() - width() - cornerMargin, cornerMargin);
    showWhereUseful();
}

/// Not while all is in view, and not on a canvas that has no room for it.
void Minimap::showWhereUseful()
{
    const QRectF bounds = m_canvas->shownBounds();
    const bool room = m_canvas->width() >= leastCanvas && m_canvas->height() >= leastCanvas * 3 / 4;
    const bool useful =
        m_wanted && room && !bounds.isEmpty() && !m_canvas->viewRect().contains(bounds);
    if (useful == isVisibleTo(m_canvas))
        return;
    setVisible(useful);
    if (useful)
        raise();
}

QRectF Minimap::viewFrame() const
{
    QRectF frame = overviewRect(m_canvas->viewRect(), m_canvas->shownBounds(), QSizeF(size()));
    const QPointF middle = frame.center();
    frame.setSize(frame.size().expandedTo(QSizeF(leastFrame, leastFrame)));
    frame.moveCenter(middle);
    return frame;
}

bool Minimap::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Minimap::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QFrame::timerEvent(event);
        return;
    }
    m_timer.stop();
    m_picture = QImage();
    showWhereUseful();
    update();
}

void Minimap::paintEvent(QPaintEvent*)
{
    const double ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        m_picture = m_canvas->overview(size(), ratio);
        m_marks = QImage();
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.drawImage(QPoint(0, 0), m_picture);
    const std::vector<TableId> selected = m_canvas->selectedTables();
    if (selected.size() <= markedPerFrame) {
        paintMarks(painter, selected);
    } else {
        if (m_marks.isNull() || m_marked != selected) {
            m_marks = QImage(size() * ratio, QImage::Format_ARGB32_Premultiplied);
            m_marks.setDevicePixelRatio(ratio);
            m_marks.fill(Qt::transparent);
            QPainter marks(&m_marks);
            paintMarks(marks, selected);
            m_marked = selected;
        }
        painter.drawImage(QPoint(0, 0), m_marks);
    }
    const QColor accent = palette().color(QPalette::Highlight);
    const QRectF frame = viewFrame().intersected(QRectF(rect()).adjusted(1, 1, -1, -1));
    QColor soft = accent;
    soft.setAlphaF(0.14F);
    painter.setPen(QPen(accent, hasFocus() ? 2.5 : 1.6));
    painter.setBrush(soft);
    painter.drawRect(frame);
}

void Minimap::paintMarks(QPainter& painter, const std::vector<TableId>& tables) const
{
    const QRectF bounds = m_canvas->shownBounds();
    const QColor accent = palette().color(QPalette::Highlight);
    for (const TableId table : tables) {
        QRectF mark = overviewRect(m_canvas->sceneRect(table), bounds, QSizeF(size()));
        const QPointF middle = mark.center();
        mark.setSize(mark.size().expandedTo(QSizeF(4, 4)));
        mark.moveCenter(middle);
        painter.fillRect(mark, accent);
    }
}

void Minimap::goTo(QPointF position)
{
    const QPointF middle = overviewPoint(position, m_canvas->shownBounds(), QSizeF(size()));
    QRectF wanted = m_canvas->viewRect();
    wanted.moveCenter(middle);
    m_canvas->showRect(wanted);
}

/// The frame is taken where it was pressed; beside it, its middle jumps under the pointer.
void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    const QRectF frame = viewFrame();
    m_grabbed = frame.contains(event->position()) ? event->position() - frame.center() : QPointF();
    if (m_grabbed.isNull())
        goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        goTo(event->position() - m_grabbed);
}

void Minimap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_dragging = false;
    showWhereUseful();
}

/// Zooms around the middle of what is in view.
void Minimap::wheelEvent(QWheelEvent* event)
{
    event->angleDelta().y() > 0 ? m_canvas->zoomIn() : m_canvas->zoomOut();
    event->accept();
}

void Minimap::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        m_canvas->setFocus();
    else
        QApplication::sendEvent(m_canvas, event);
}

} // namespace cadastre

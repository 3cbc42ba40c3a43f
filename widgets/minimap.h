// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Minimap: the whole diagram in a corner of the canvas, with a frame around what is in view that
// can be dragged; a click goes there. Its picture is made when the diagram changes, not per frame;
// it hides itself while everything is in view.
#pragma once

#include "model/catalog/ids.h"

#include <QBasicTimer>
#include <QFrame>
#include <QImage>

#include <vector>

namespace cadastre {

class Canvas;

class Minimap : public QFrame
{
    Q_OBJECT
public:
    /// Stands in the upper right corner of the canvas.
    explicit Minimap(Canvas* canvas);

    /// What a person wants; it shows where there is something to show.
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    /// Of what is in view, on this widget.
    [[nodiscard]] QRectF viewFrame() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    void showWhereUseful();
    void goTo(QPointF position);
    void paintMarks(QPainter& painter, const std::vector<TableId>& tables) const;

    Canvas* m_canvas;
    QImage m_picture; ///< null: to be made
    QImage m_marks;   ///< of m_marked, where they are many; made no more often than m_picture needs
    std::vector<TableId> m_marked;
    QBasicTimer m_timer;
    QPointF m_grabbed; ///< from the middle of the frame to the pointer
    bool m_wanted = false;
    bool m_dragging = false;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/focus_ring.h"

#include "diagram/keyboard_watch.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusEvent>
#include <QPainter>
#include <QTextBrowser>

namespace cadastre {

namespace {

class RingFrame : public QWidget
{
public:
    explicit RingFrame(QWidget* area)
        : QWidget(area)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setGeometry(area->rect());
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(QPen(palette().color(QPalette::Active, QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

} // namespace

FocusRing::FocusRing(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    watchKeyboard();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget* /*old*/, QWidget* now) { follow(now); });
}

/// Only lists, trees and texts to be read.
void FocusRing::follow(QWidget* focus)
{
    const bool isArea = qobject_cast<QAbstractItemView*>(focus) != nullptr ||
                        qobject_cast<QTextBrowser*>(focus) != nullptr;
    frame(isArea && isKeyboardUsed() && m_window->isAncestorOf(focus) ? focus : nullptr);
}

void FocusRing::frame(QWidget* area)
{
    if (m_framed == area)
        return;
    if (m_framed)
        m_framed->removeEventFilter(this);
    delete m_frame;
    m_framed = area;
    if (area == nullptr)
        return;
    area->installEventFilter(this);
    m_frame = new RingFrame(area);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_framed && event->type() == QEvent::Resize && m_frame)
        m_frame->setGeometry(m_framed->rect());
    return QObject::eventFilter(watched, event);
}

} // namespace cadastre

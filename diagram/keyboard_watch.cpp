// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/keyboard_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>

namespace cadastre {

namespace {

/// Remembers whether the last thing pressed was a key that walks.
class KeyboardWatch : public QObject
{
public:
    using QObject::QObject;

    [[nodiscard]] bool walks() const { return m_walks; }
    [[nodiscard]] bool isUsed() const { return m_isUsed; }

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        const QEvent::Type type = event->type();
        if (type == QEvent::MouseButtonPress) {
            m_walks = m_isUsed = false;
        } else if (type == QEvent::KeyPress || type == QEvent::ShortcutOverride) {
            m_walks = isWalking(static_cast<const QKeyEvent*>(event)->key());
            m_isUsed = true;
        }
        return false;
    }

private:
    [[nodiscard]] static bool isWalking(int key)
    {
        return key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_F6 ||
               key == Qt::Key_Escape;
    }

    bool m_walks = false;
    bool m_isUsed = false;
};

/// One per application object: tests make several.
KeyboardWatch* theWatch()
{
    static KeyboardWatch* watch = nullptr;
    static const QCoreApplication* of = nullptr;
    if (of != QCoreApplication::instance()) {
        of = QCoreApplication::instance();
        watch = new KeyboardWatch(QCoreApplication::instance());
        QCoreApplication::instance()->installEventFilter(watch);
    }
    return watch;
}

} // namespace

void watchKeyboard()
{
    theWatch();
}

bool isFocusByKeyboard(Qt::FocusReason reason)
{
    if (reason == Qt::ShortcutFocusReason)
        return true;
    return (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) &&
           theWatch()->walks();
}

bool isKeyboardUsed()
{
    return theWatch()->isUsed();
}

} // namespace cadastre

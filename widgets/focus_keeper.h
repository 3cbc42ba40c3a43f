// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FocusKeeper: while a panel changes what it shows, the focus stays in it, instead of going to
// whatever comes next when the widget that had it is hidden or disabled.
#pragma once

#include <QWidget>

namespace cadastre {

class FocusKeeper
{
public:
    explicit FocusKeeper(QWidget* panel)
        : m_panel(panel)
        , m_had(hasIt())
    {
    }
    ~FocusKeeper()
    {
        if (!m_had || hasIt())
            return;
        for (QWidget* each = m_panel->nextInFocusChain(); each != m_panel;
             each = each->nextInFocusChain()) {
            if (m_panel->isAncestorOf(each) && (each->focusPolicy() & Qt::TabFocus) != 0 &&
                each->isVisible() && each->isEnabled() && each->focusProxy() == nullptr) {
                each->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
    Q_DISABLE_COPY_MOVE(FocusKeeper)

private:
    /// Also while a dialog is in front of the window.
    [[nodiscard]] bool hasIt() const
    {
        const QWidget* focus = m_panel->window()->focusWidget();
        return focus != nullptr && m_panel->isAncestorOf(focus);
    }

    QWidget* m_panel;
    bool m_had;
};

} // namespace cadastre

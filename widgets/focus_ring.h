// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FocusRing: a thin frame around the list, tree or text that got the focus by a key, where the
// style draws none. Fields and buttons have frames of their own, the diagram paints its own.
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace cadastre {

class FocusRing : public QObject
{
    Q_OBJECT
public:
    /// Follows the focus in this window.
    explicit FocusRing(QWidget* window);

    /// What is framed; null for nothing.
    [[nodiscard]] QWidget* framed() const { return m_framed; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* focus);
    void frame(QWidget* area);

    QWidget* m_window;
    QPointer<QWidget> m_framed;
    QPointer<QWidget> m_frame; ///< goes with what it frames
};

} // namespace cadastre

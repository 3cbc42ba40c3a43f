// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What docks do when a person opens, closes or floats them: an opened one comes to the front, a
// closed one gives way to the one that was in front before, a floating one steps aside.
#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace cadastre {

class DockHabits : public QObject
{
    Q_OBJECT
public:
    /// Of all docks of the window.
    explicit DockHabits(QMainWindow* window, QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QDockWidget* dock);
    void takeClosing(QDockWidget* dock);
    void stepAside(QDockWidget* dock);

    QMainWindow* m_window;
    QList<QDockWidget*> m_seen; ///< the one that came to the front last is the last
};

/// The entries of docks in the menu of panels: left ones, right ones, the bottom; by title.
void sortPanels(const QMainWindow* window, QMenu* menu);

} // namespace cadastre

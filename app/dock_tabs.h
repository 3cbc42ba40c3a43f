// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The tabs of docks that lie behind each other: each has its icon, and where the texts do not fit,
// those behind the one in front are icons with tool tips instead of cut words.
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;
class QTabBar;

namespace cadastre {

class DockTabs : public QObject
{
    Q_OBJECT
public:
    explicit DockTabs(QMainWindow* window, QObject* parent = nullptr);

    /// Icons and looks of tabs that are there now; also comes by itself when tabs change.
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refreshSoon();

    QMainWindow* m_window;
    bool m_soon = false;
};

/// The tab bars between docks of a window.
QList<QTabBar*> dockTabBars(const QMainWindow* window);
/// What was asked to be shown has its facts in the inspector: before other tabs of its place, where
/// it is open at all.
void bringFactsToFront(const QMainWindow* window);
/// Shown, and in front of those it shares its place with.
void bringToFront(QDockWidget* dock);

} // namespace cadastre

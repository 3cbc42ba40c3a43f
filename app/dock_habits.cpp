// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/dock_habits.h"

#include "app/dock_tabs.h"
#include "app/fit_window.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QScrollArea>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

constexpr QPoint aside(32, 32);

int sideRank(const QMainWindow* window, QDockWidget* dock)
{
    switch (window->dockWidgetArea(dock)) {
    case Qt::LeftDockWidgetArea:
        return 0;
    case Qt::RightDockWidgetArea:
        return 1;
    default:
        return 2;
    }
}

bool isInSight(const QDockWidget* dock)
{
    return dock->isVisible() && !dock->visibleRegion().isEmpty();
}

} // namespace

DockHabits::DockHabits(QMainWindow* window, QObject* parent)
    : QObject(parent)
    , m_window(window)
{
    const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks)
        watch(dock);
}

void DockHabits::watch(QDockWidget* dock)
{
    dock->installEventFilter(this);
    if (isInSight(dock))
        m_seen.append(dock);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool visible) {
        if (!visible)
            return;
        m_seen.removeAll(dock);
        m_seen.append(dock);
    });
    connect(dock->toggleViewAction(), &QAction::triggered, this, [dock](bool shown) {
        if (shown)
            bringToFront(dock);
    });
    connect(dock, &QDockWidget::topLevelChanged, this, [this, dock](bool floating) {
        if (auto* area = qobject_cast<QScrollArea*>(dock->widget())) // its window may have no frame
            area->setFrameShape(floating ? QFrame::StyledPanel : QFrame::NoFrame);
        // one that is dragged stays below the pointer
        if (floating && QApplication::mouseButtons() == Qt::NoButton)
            QTimer::singleShot(0, dock, [this, dock] { stepAside(dock); });
    });
}

void DockHabits::stepAside(QDockWidget* dock)
{
    if (!dock->isFloating())
        return;
    dock->move(dock->pos() + aside);
    fitToScreen(dock);
}

/// The one that was in front before, of those it shared its place with.
void DockHabits::takeClosing(QDockWidget* dock)
{
    if (!isInSight(dock) || dock->isFloating())
        return;
    const QList<QDockWidget*> beside = m_window->tabifiedDockWidgets(dock);
    QDockWidget* before = nullptr;
    for (QDockWidget* seen : std::as_const(m_seen)) {
        if (seen != dock && beside.contains(seen) && !seen->isHidden())
            before = seen;
    }
    if (before == nullptr)
        return;
    QTimer::singleShot(0, before, [dock, before] {
        if (dock->isHidden() && !before->isHidden())
            bringToFront(before);
    });
}

bool DockHabits::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Close) {
        if (auto* dock = qobject_cast<QDockWidget*>(watched))
            takeClosing(dock);
    } else if (event->type() == QEvent::ZOrderChange) {
        // raise() of the newest child of a window does nothing, also where another tab is in front
        QTimer::singleShot(0, m_window, [window = m_window] { window->statusBar()->raise(); });
    }
    return QObject::eventFilter(watched, event);
}

void sortPanels(const QMainWindow* window, QMenu* menu)
{
    QList<QDockWidget*> docks = window->findChildren<QDockWidget*>();
    const QList<QAction*> entries = menu->actions();
    docks.removeIf([&](QDockWidget* dock) { return !entries.contains(dock->toggleViewAction()); });
    std::ranges::sort(docks, {}, [window](QDockWidget* dock) {
        return std::tuple(sideRank(window, dock), dock->windowTitle());
    });
    int rank = -1;
    for (QDockWidget* dock : std::as_const(docks)) {
        menu->removeAction(dock->toggleViewAction());
        if (const int side = sideRank(window, dock); std::exchange(rank, side) != side && rank > 0)
            menu->addSeparator();
        menu->addAction(dock->toggleViewAction());
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/fit_desk.h"

#include "app/dock_habits.h"
#include "app/dock_tabs.h"
#include "app/fit_window.h"
#include "app/main_window.h"
#include "widgets/panel_scroller.h"

#include <QDockWidget>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int leastPanelWidth = 180;
constexpr int mostPanelWidth = 230; ///< a wider one scrolls
constexpr int leastPanelHeight = 90;
constexpr QSize leastCentre(280, 160); ///< what is in it gives way; no message widens the window

} // namespace

void letPanelScroll(QDockWidget* dock)
{
    QWidget* panel = dock->widget();
    if (panel == nullptr || qobject_cast<QScrollArea*>(panel) != nullptr)
        return;
    auto* area = new PanelScroller(panel, dock);
    area->setLeast({leastPanelWidth, leastPanelHeight}, mostPanelWidth);
    area->setAccessibleName(dock->windowTitle());
    const bool shown = !panel->isHidden();
    dock->setWidget(area);
    panel->setVisible(shown);
}

FitDesk::FitDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
{
    m_window->centralWidget()->setMinimumSize(leastCentre);
    new DialogFitter(this);
}

void FitDesk::setUpDocks(const DeskDocks& docks)
{
    m_panelsMenu = docks.panelsMenu;
}

/// After all desks have filled theirs.
void FitDesk::fillPanels(const DeskPanels& /*panels*/)
{
    QTimer::singleShot(0, this, [this, before = m_window->size()] {
        const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
        for (QDockWidget* dock : docks)
            letPanelScroll(dock);
        // the panels may have made the window larger before they could scroll
        if (!m_window->isMaximized() && !m_window->isFullScreen() && m_window->size() != before)
            m_window->resize(before);
        fitToScreen(m_window);
        new DockTabs(m_window, this);
        new DockHabits(m_window, this);
        sortPanels(m_window, m_panelsMenu);
    });
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/fit_desk.h"

#include "app/main_window.h"

#include <QDockWidget>
#include <QScrollArea>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int leastPanelWidth = 180;
constexpr int leastPanelHeight = 90;

} // namespace

void letPanelScroll(QDockWidget* dock)
{
    QWidget* panel = dock->widget();
    if (panel == nullptr || qobject_cast<QScrollArea*>(panel) != nullptr)
        return;
    auto* area = new QScrollArea(dock);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus
    area->setMinimumSize(leastPanelWidth, leastPanelHeight);
    area->setAccessibleName(dock->windowTitle());
    const bool shown = !panel->isHidden();
    dock->setWidget(area);
    area->setWidget(panel);
    panel->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    panel->setVisible(shown);
}

FitDesk::FitDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
{
}

/// After all desks have filled theirs.
void FitDesk::fillPanels(const DeskPanels& /*panels*/)
{
    QTimer::singleShot(0, this, [this] {
        const QList<QDockWidget*> docks = m_window->findChildren<QDockWidget*>();
        for (QDockWidget* dock : docks)
            letPanelScroll(dock);
    });
}

} // namespace cadastre

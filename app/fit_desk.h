// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FitDesk: keeps windows as small as a person wants them, and as their screen: a panel that needs
// more height than its dock has scrolls, dialogs and the window itself are never larger than the
// screen, and docks have tabs and habits that show which is which.
#pragma once

#include "app/desk.h"

namespace cadastre {

class FitDesk : public Desk
{
    Q_OBJECT
public:
    FitDesk(const DeskParts& parts, QObject* parent);

    void setUpDocks(const DeskDocks& docks) override;
    void fillPanels(const DeskPanels& panels) override;

private:
    MainWindow* m_window;
    QMenu* m_panelsMenu = nullptr;
};

/// Puts the panel of a dock into a scroll area, once; nothing for a dock without a panel.
void letPanelScroll(QDockWidget* dock);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FitDesk: keeps the window as small as a person wants it: a panel that needs more height than its
// dock has scrolls, instead of making the window larger than the screen.
#pragma once

#include "app/desk.h"

namespace cadastre {

class FitDesk : public Desk
{
    Q_OBJECT
public:
    FitDesk(const DeskParts& parts, QObject* parent);

    void fillPanels(const DeskPanels& panels) override;

private:
    MainWindow* m_window;
};

/// Puts the panel of a dock into a scroll area, once; nothing for a dock without a panel.
void letPanelScroll(QDockWidget* dock);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// LookDesk: keeps the window's looks as the desktop wishes them, while it runs: light and dark,
// accent, and whether anything moves by itself.
#pragma once

#include "app/desk.h"
#include "app/desktop_look.h"

namespace cadastre {

class LookDesk : public Desk
{
    Q_OBJECT
public:
    LookDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    [[nodiscard]] QAction* lessMotion() const { return m_lessMotion; }

private:
    void takeWishes(const DesktopWishes& wishes);
    void applyMotion();

    MainWindow* m_window;
    Settings* m_settings;
    DesktopLook* m_desktop;
    QAction* m_lessMotion;
};

} // namespace cadastre

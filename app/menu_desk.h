// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// MenuDesk: what holds for every action and menu, whoever made it: a letter behind Alt is there
// once in a menu, and a tool tip teaches the shortcut.
#pragma once

#include "app/desk.h"

namespace cadastre {

class MenuDesk : public Desk
{
    Q_OBJECT
public:
    MenuDesk(const DeskParts& parts, QObject* parent);

protected:
    /// Menus at the pointer are made when they are needed: they pass here before their first show.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeActions();

    MainWindow* m_window;
};

/// Letters once, tool tips shown; before every show, because menus change.
void tidyMenu(QMenu* menu);
/// Adds the shortcut to the tool tip where it does not name it.
void teachShortcut(QAction* action);

} // namespace cadastre

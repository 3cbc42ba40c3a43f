// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the desks of the window have alike: actions whose tool tip teaches their shortcut, and docks
// beside those that are there. What they do and show is the desk's.
#pragma once

#include <QString>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;

namespace cadastre {

/// Belongs to the window and is one of its actions, so that the command palette finds it.
/// `shortcut` may be empty.
QAction* makeAction(QMainWindow* window, const char* icon, const QString& text,
                    const char* shortcut, const QString& hint);

/// A dock in one place with `beside`, as a tab, listed in the menu of panels. The name is what the
/// window's kept state knows it by.
QDockWidget* addDockBeside(QDockWidget* beside, QMainWindow* window, const QString& title,
                           const char* name, QMenu* panelsMenu);

} // namespace cadastre

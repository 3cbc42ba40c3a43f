// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The two dialogs of the Help menu.
#pragma once

#include "widgets/keys_dialog.h"

class QMainWindow;

namespace cadastre {

/// Keys and mouse gestures: those of the menus' actions by menu, other actions of `window`, and
/// the habits of the canvas and the lists.
std::vector<KeyGroup> keyGroups(const QMainWindow* window);
void showShortcuts(QMainWindow* window);
void showAbout(QMainWindow* window);

} // namespace cadastre

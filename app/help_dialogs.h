// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The two dialogs of the Help menu.
#pragma once

class QWidget;

namespace cadastre {

/// Keys and mouse gestures, read from the actions of `window` and from the canvas' habits.
void showShortcuts(QWidget* window);
void showAbout(QWidget* window);

} // namespace cadastre

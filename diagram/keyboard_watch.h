// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether a person moves the focus by keys. Qt calls it TabFocusReason, too, when a window opens or
// a widget that had the focus goes; nothing needs a frame then.
#pragma once

#include <Qt>

namespace cadastre {

/// Begins to watch; called by what asks later.
void watchKeyboard();
/// The focus came by a key that walks (Tab, F6, a shortcut), not by mouse or by itself.
bool isFocusByKeyboard(Qt::FocusReason reason);
/// The last thing pressed was a key, not a mouse button.
bool isKeyboardUsed();

} // namespace cadastre

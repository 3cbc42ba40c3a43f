// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Light and dark: the system's own palette, or one of ours when a person chose.
#pragma once

#include "app/settings.h"

class QPalette;

namespace cadastre {

/// Applies a choice to the whole application. The system's palette and style are remembered at the
/// first call.
void applyTheme(ThemeChoice choice);
/// Whether the application is dark now.
bool isDarkTheme();
/// Our own palettes.
QPalette lightPalette();
QPalette darkPalette();

} // namespace cadastre

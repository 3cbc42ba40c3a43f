// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Light and dark: the system's own palette, or one of ours when a person chose or the desktop
// wishes what the platform's palette does not have. The accent is the desktop's in all of them.
#pragma once

#include "app/desktop_look.h"
#include "app/settings.h"

#include <QPalette>

namespace cadastre {

/// Applies a choice to the whole application. The system's style is remembered at the first call.
void applyTheme(ThemeChoice choice);
/// What the desktop wishes from now on; applies the last choice again where that changes anything.
void setDesktopWishes(const DesktopWishes& wishes);
/// What is selected in the diagram, as Canvas::setDark() takes it: the desktop's accent, or 0 where
/// there is none.
QRgb canvasAccent();
/// `palette` with this accent: selection, links, and text on it that reads.
QPalette withAccent(QPalette palette, const QColor& accent);
/// Whether the application is dark now.
bool isDarkTheme();
/// Our own palettes.
QPalette lightPalette();
QPalette darkPalette();

} // namespace cadastre

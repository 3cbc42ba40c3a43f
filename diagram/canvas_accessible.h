// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What assistive technology sees of the canvas: the tables in view, with names and descriptions.
#pragma once

class QWidget;

namespace cadastre {

class Canvas;

/// Makes every Canvas known to QAccessible; may be called again.
void installCanvasAccessibility();
/// The tables are others now.
void forgetAccessibleChildren(Canvas* canvas);
/// Another table is the selected one.
void tellAccessibleSelection(Canvas* canvas);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sheet of the canvas that says what its lines mean: only those that are shown, and none where
// every line is declared.
#pragma once

#include "diagram/draw_list.h"

namespace cadastre {

struct LineLegend
{
    DrawList list;     ///< scale 1; its view is the sheet, the top left at (0, 0)
    QStringList words; ///< top to bottom, also when folded

    [[nodiscard]] bool isEmpty() const { return words.isEmpty(); }
};

/// Folded it is only a title.
LineLegend lineLegend(const DiagramScene& scene, bool folded);

} // namespace cadastre

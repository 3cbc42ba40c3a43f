// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Quieter labels: text beside the matter, in a colour that is still readable, whatever the palette
// becomes. The colour itself is the icons' and lists' one.
#pragma once

class QLabel;

namespace cadastre {

/// Paints the label's text in mutedTextColor(), also after the palette changed.
void keepMuted(QLabel* label);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The title above and the legend below a picture that leaves the program: signs, lines and fills
// that occur in it, in words.
#pragma once

#include "diagram/draw_list.h"

namespace cadastre {

/// Appends to a finished draw list and enlarges its view accordingly. An empty title is left out.
void addPictureTitle(DrawList& list, const QString& title);
void addLegend(DrawList& list, const LensResult& lens, const QString& lensTitle);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The title above and the legend below a picture that leaves the program: signs, lines and fills
// that occur in it, in words.
#pragma once

#include "diagram/draw_list.h"

namespace cadastre {

/// Room for a line in front of its words.
inline constexpr double legendIconWidth = 52;
/// A piece of line with its sign, to the right of a point.
void addLegendLine(DrawList& list, LineLook look, QPointF at);

/// Appends to a finished draw list and enlarges its view accordingly. An empty title is left out.
void addPictureTitle(DrawList& list, const QString& title);
void addLegend(DrawList& list, const LensResult& lens, const QString& lensTitle);

} // namespace cadastre

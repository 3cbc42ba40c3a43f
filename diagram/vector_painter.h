// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A draw list through a QPainter whose device keeps text as text: PDF and printers.
#pragma once

#include "diagram/draw_list.h"

class QPainter;

namespace cadastre {

/// Paints in scene coordinates; the painter's transform says where they are.
void paintVector(QPainter& painter, const DrawList& list, const Theme& theme);

} // namespace cadastre

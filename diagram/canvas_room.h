// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The room that sheets in the corners of the canvas (legends, minimap, hints) leave for what a
// person asked to see. Pure geometry in widget pixels.
#pragma once

#include <QRectF>

#include <vector>

namespace cadastre {

/// The largest rectangles of an area that no sheet touches; all of it where there is no sheet.
std::vector<QRectF> freeRooms(QSizeF area, const std::vector<QRectF>& sheets);

/// By how much to move something from..to so that it is in low..high; the beginning wins where not
/// all of it fits.
double shiftInto(double from, double to, double low, double high);

} // namespace cadastre

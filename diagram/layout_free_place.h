// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A place for one more box beside boxes that must stay. Packing many boxes into a whole is
// layout_packing's; nothing here knows of tables.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace cadastre {

/// The place for a box nearest to `wanted` (centre) that keeps `spacing` from every obstacle.
/// Returns the top left; right of all obstacles where none of the nearer places is free.
QPointF nearestFreePlace(const QSizeF& size, const QPointF& wanted,
                         const std::vector<QRectF>& obstacles, double spacing);

} // namespace cadastre

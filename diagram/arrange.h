// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Arranging a few boxes by hand: aligned edges, or close together in rows. Pure functions of
// rectangles; nothing else makes room.
#pragma once

#include <QRectF>

#include <cstdint>
#include <vector>

namespace cadastre {

enum class Arrangement : std::uint8_t { AlignLeft, AlignTop, Rows };

/// Where the top left corners go, parallel to `boxes`, whole scene pixels. Aligned boxes that would
/// cover each other are pushed apart in the other direction, in their order; rows keep the reading
/// order and begin at the upper left corner of all.
std::vector<QPointF> arranged(const std::vector<QRectF>& boxes, Arrangement arrangement);

} // namespace cadastre

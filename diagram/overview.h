// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The whole scene made small, for a minimap: groups and tables as filled rectangles in the colours
// of the lens, no lines and no texts. 10,000 tables take a few milliseconds; it is made when the
// picture changes, never per frame.
#pragma once

#include "diagram/scene.h"
#include "diagram/theme.h"

#include <QImage>

namespace cadastre {

/// What is shown of the scene, all of it, in the middle of an image of this size (screen pixels,
/// independent of the device) with a transparent background; null for an empty scene.
QImage paintOverview(const DiagramScene& scene, QSize size, double pixelRatio, const Theme& theme);

/// Where a scene rectangle is in such an image, screen pixels.
QRectF overviewRect(const QRectF& sceneRect, const QRectF& sceneBounds, QSizeF size);
/// The scene point under a point of such an image.
QPointF overviewPoint(QPointF position, const QRectF& sceneBounds, QSizeF size);

} // namespace cadastre

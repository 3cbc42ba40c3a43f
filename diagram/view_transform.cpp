// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/view_transform.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double fitMargin = 28; ///< screen pixels

} // namespace

QRectF ViewTransform::toScreen(const QRectF& scene) const
{
    return {toScreen(scene.topLeft()), scene.size() * m_scale};
}

ViewTransform ViewTransform::withScale(double scale) const
{
    ViewTransform result = *this;
    result.m_scale = std::clamp(scale, minScale, maxScale);
    return result;
}

ViewTransform ViewTransform::zoomedAt(QPointF screen, double factor) const
{
    ViewTransform result = withScale(m_scale * factor);
    result.m_origin = toScene(screen) - screen / result.m_scale;
    return result;
}

ViewTransform ViewTransform::pannedBy(QPointF screenPixels) const
{
    ViewTransform result = *this;
    result.m_origin -= screenPixels / m_scale;
    return result;
}

ViewTransform ViewTransform::centeredOn(QPointF scene, QSizeF window) const
{
    ViewTransform result = *this;
    result.m_origin = scene - QPointF(window.width(), window.height()) / 2 / m_scale;
    return result;
}

ViewTransform ViewTransform::fitting(const QRectF& scene, QSizeF window, double most)
{
    const double width = std::max(window.width() - 2 * fitMargin, 1.0);
    const double height = std::max(window.height() - 2 * fitMargin, 1.0);
    const double scale =
        scene.isEmpty() ? most : std::min({width / scene.width(), height / scene.height(), most});
    return ViewTransform().withScale(scale).centeredOn(scene.center(), window);
}

} // namespace cadastre

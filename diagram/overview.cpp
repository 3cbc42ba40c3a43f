// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/overview.h"

#include <QPainter>

#include <algorithm>

namespace cadastre {

namespace {

constexpr double overviewMargin = 5;   ///< screen pixels around everything
constexpr double leastTablePixels = 1; ///< a table is never invisible

double overviewScale(const QRectF& sceneBounds, QSizeF size)
{
    const double width = std::max(1.0, size.width() - 2 * overviewMargin);
    const double height = std::max(1.0, size.height() - 2 * overviewMargin);
    return std::min(width / std::max(1.0, sceneBounds.width()),
                    height / std::max(1.0, sceneBounds.height()));
}

QRectF atLeastOnePixel(QRectF rect)
{
    rect.setWidth(std::max(rect.width(), leastTablePixels));
    rect.setHeight(std::max(rect.height(), leastTablePixels));
    return rect;
}

} // namespace

QRectF overviewRect(const QRectF& sceneRect, const QRectF& sceneBounds, QSizeF size)
{
    const double scale = overviewScale(sceneBounds, size);
    const QPointF middle(size.width() / 2, size.height() / 2);
    return {middle + (sceneRect.topLeft() - sceneBounds.center()) * scale,
            sceneRect.size() * scale};
}

QPointF overviewPoint(QPointF position, const QRectF& sceneBounds, QSizeF size)
{
    const QPointF middle(size.width() / 2, size.height() / 2);
    return sceneBounds.center() + (position - middle) / overviewScale(sceneBounds, size);
}

QImage paintOverview(const DiagramScene& scene, QSize size, double pixelRatio, const Theme& theme)
{
    if (scene.isEmpty() || size.isEmpty())
        return {};
    QImage image(size * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const auto fill = [&](const QRectF& rect, Ink ink) {
        painter.fillRect(atLeastOnePixel(overviewRect(rect, scene.bounds(), size)),
                         theme.color(ink));
    };
    if (scene.frames().size() > 1) {
        for (int group = 0; group < int(scene.frames().size()); ++group) {
            const RegionFacts& facts = scene.regions()[group];
            if (!scene.frameOf(group).isEmpty())
                fill(scene.frameOf(group), facts.isRegion ? facts.fill : Ink::RegionFill);
        }
    }
    for (int node = 0; node < int(scene.layout().nodes.size()); ++node) {
        if (scene.isHidden(node))
            continue;
        const Ink mark = scene.mark(node).fill;
        fill(scene.layout().nodes[node], mark == Ink::Header ? Ink::StrongBorder : mark);
    }
    return image;
}

} // namespace cadastre

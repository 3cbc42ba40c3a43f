// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What painting one frame shares: the image, its painter, and the way from scene to pixels. Private
// to the raster back end.
#pragma once

#include "diagram/raster.h"

#include <QPainter>

#include <cmath>

namespace cadastre {

inline constexpr double cornerRadius = 6;
inline constexpr double regionRadius = 14;
inline constexpr int minRegionRadius = 4; ///< pixels, far out
inline constexpr double bendRadius = 8;

struct RasterPainter::Frame
{
    Frame(QImage& image, const DrawList& drawList, const Theme& frameTheme, double ratio)
        : list(drawList)
        , theme(frameTheme)
        , pixelRatio(ratio)
        , scale(drawList.scale * ratio)
        , pixels(image)
        , m_painter(&image)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setRenderHint(QPainter::TextAntialiasing);
    }

    [[nodiscard]] QPointF toPixels(QPointF scene) const
    {
        return (scene - list.view.topLeft()) * scale;
    }
    [[nodiscard]] QRect toPixels(const QRectF& rect) const
    {
        const QPointF topLeft = toPixels(rect.topLeft());
        const QPointF bottomRight = toPixels(rect.bottomRight());
        const auto whole = [](double value) {
            return int(std::lround(std::clamp(value, -100000.0, 100000.0)));
        };
        const QPoint from(whole(topLeft.x()), whole(topLeft.y()));
        return {from, QSize(whole(bottomRight.x()) - from.x(), whole(bottomRight.y()) - from.y())};
    }
    /// A length of the scene in whole pixels.
    [[nodiscard]] int length(double scenePixels) const
    {
        return int(std::lround(scenePixels * scale));
    }
    [[nodiscard]] int borderWidth() const { return std::max(1, int(std::lround(pixelRatio))); }
    [[nodiscard]] QRgb color(Ink ink, bool faded) const { return theme.color(ink, faded).rgb(); }
    /// Blocks have no border: their soft fill is made stronger instead.
    [[nodiscard]] QRgb blockColor(Ink ink, bool faded) const
    {
        if (ink == Ink::Border)
            return color(ink, faded);
        const QColor soft = theme.color(ink, faded);
        const QColor strong = theme.color(Ink::StrongBorder, faded);
        const auto mix = [](int a, int b) { return (2 * a + b) / 3; };
        return qRgb(mix(soft.red(), strong.red()), mix(soft.green(), strong.green()),
                    mix(soft.blue(), strong.blue()));
    }
    QPainter& painter() { return m_painter; }

    const DrawList& list;
    const Theme& theme;
    double pixelRatio;
    double scale; ///< image pixels per scene pixel
    PixelCanvas pixels;

private:
    QPainter m_painter;
};

} // namespace cadastre

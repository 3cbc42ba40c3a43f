// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ViewTransform: which part of a scene a window of the screen shows. A value; scale limits live
// here, no widget does.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace cadastre {

class ViewTransform
{
public:
    static constexpr double minScale = 0.002;
    static constexpr double maxScale = 4;

    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] QPointF toScene(QPointF screen) const { return m_origin + screen / m_scale; }
    [[nodiscard]] QPointF toScreen(QPointF scene) const { return (scene - m_origin) * m_scale; }
    [[nodiscard]] QRectF toScreen(const QRectF& scene) const;
    [[nodiscard]] QRectF toScene(const QRectF& screen) const
    {
        return {toScene(screen.topLeft()), screen.size() / m_scale};
    }
    /// The part of the scene that a window of this size shows.
    [[nodiscard]] QRectF visible(QSizeF window) const { return {m_origin, window / m_scale}; }

    /// The scene point under `screen` stays where it is.
    [[nodiscard]] ViewTransform zoomedAt(QPointF screen, double factor) const;
    [[nodiscard]] ViewTransform pannedBy(QPointF screenPixels) const;
    [[nodiscard]] ViewTransform centeredOn(QPointF scene, QSizeF window) const;
    [[nodiscard]] ViewTransform withScale(double scale) const;
    /// All of `scene` with a margin, never at a larger scale than `most`.
    [[nodiscard]] static ViewTransform fitting(const QRectF& scene, QSizeF window, double most = 1);

    bool operator==(const ViewTransform&) const = default;

private:
    double m_scale = 1;
    QPointF m_origin; ///< scene point in the upper left corner
};

} // namespace cadastre

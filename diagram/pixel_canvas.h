// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PixelCanvas: axis-parallel shapes written straight into the pixels of an image, many times faster
// than a painter's paths: rectangles with rounded corners, lines with rounded bends, dashes. All
// coordinates are image pixels.
#pragma once

#include <QImage>

#include <span>
#include <utility>

namespace cadastre {

struct PixelPen
{
    QRgb color = 0;
    int width = 1;
    int bendRadius = 0;
    int dashOn = 0; ///< 0: solid
    int dashOff = 0;
};

class PixelCanvas
{
public:
    enum class Corners : std::uint8_t { None, Upper, All };

    /// `image` is 32 bits per pixel and outlives this.
    explicit PixelCanvas(QImage& image);

    void fill(const QRect& rect, QRgb color);
    void fillRounded(const QRect& rect, int radius, QRgb color, Corners corners = Corners::All);
    /// A polyline of axis-parallel parts; parts that are not are drawn as they are, unsmoothed.
    void polyline(std::span<const QPointF> points, const PixelPen& pen);
    /// The outline of a rectangle, inside it.
    void outline(const QRect& rect, const PixelPen& pen);

private:
    void blend(int x, int y, QRgb color, double coverage);
    void part(QPointF from, QPointF to, const PixelPen& pen, double& phase);
    [[nodiscard]] std::pair<double, double> seenPart(QPointF from, QPointF way, double total,
                                                     double half) const;
    void dashedPart(QPointF from, QPointF way, double total, const PixelPen& pen, double phase);
    void slantedPart(QPointF from, QPointF to, const PixelPen& pen);
    void bend(QPointF corner, QPointF in, QPointF out, int radius, const PixelPen& pen);
    void corner(int left, int top, int radius, bool onLeft, bool onTop, QRgb color);

    QRgb* m_bits;
    int m_stride; ///< pixels
    int m_width;
    int m_height;
};

} // namespace cadastre

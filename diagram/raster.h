// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// RasterPainter: paints a draw list into an image. Keeps shaped texts and small sprites between
// frames; belongs to the thread that made it, which need not be the one of the user interface.
#pragma once

#include "diagram/draw_list.h"
#include "diagram/pixel_canvas.h"
#include "diagram/text_shaper.h"

namespace cadastre {

class RasterPainter
{
public:
    /// Fills the image: scene point view.topLeft() at its upper left corner, list.scale *
    /// pixelRatio image pixels per scene pixel. The image's own devicePixelRatio is not looked at.
    void paint(QImage& image, const DrawList& list, const Theme& theme, double pixelRatio);

private:
    struct Frame;
    struct SpriteKey
    {
        int kind; ///< sign, or line end and direction
        int size; ///< in 1/8 pixels
        QRgb color;
        QRgb hollow;

        bool operator==(const SpriteKey&) const = default;
        friend size_t qHash(const SpriteKey& key, size_t seed)
        {
            return qHashMulti(seed, key.kind, key.size, key.color, key.hollow);
        }
    };

    void paintSpan(Frame& frame, const DrawSpan& span);
    void paintBox(Frame& frame, const DrawBox& box, bool faded);
    void paintHeader(Frame& frame, const DrawBox& box, bool faded);
    void paintBordered(Frame& frame, const DrawBox& box, int radius, bool faded);
    void paintBoundary(Frame& frame, const DrawBox& box, bool faded);
    void paintFrame(Frame& frame, const DrawBox& box, bool faded);
    void paintRing(Frame& frame, const DrawBox& box, bool faded);
    void paintLine(Frame& frame, const DrawLine& line, bool faded);
    void paintCurve(Frame& frame, const DrawLine& line, QRgb color);
    void paintLineEnd(Frame& frame, LineEnd end, QPointF at, QPointF next, QRgb color, int width);
    void paintSign(Frame& frame, const DrawSign& sign, bool faded);
    void paintText(Frame& frame, const DrawText& text, bool faded);
    const QImage& signSprite(Sign sign, double pixels, QRgb color, QRgb hollow);
    const QImage& lineEndSprite(LineEnd end, int turns, double scale, QRgb color, QRgb hollow,
                                int width);

    TextShaper m_shaper;
    QHash<SpriteKey, QImage> m_sprites;
};

} // namespace cadastre

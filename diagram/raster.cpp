// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/raster.h"

#include "diagram/raster_frame.h"

#include <QPainter>

#include <cmath>

namespace cadastre {

void RasterPainter::paint(QImage& image, const DrawList& list, const Theme& theme,
                          double pixelRatio)
{
    image.fill(theme.color(Ink::Background));
    Frame frame(image, list, theme, pixelRatio);
    for (const DrawSpan& span : list.spans)
        paintSpan(frame, span);
}

void RasterPainter::paintSpan(Frame& frame, const DrawSpan& span)
{
    for (auto i = span.boxes.begin; i < span.boxes.end; ++i)
        paintBox(frame, frame.list.boxes[i], span.faded);
    for (auto i = span.lines.begin; i < span.lines.end; ++i)
        paintLine(frame, frame.list.lines[i], frame.list.lines[i].faded);
    for (auto i = span.signs.begin; i < span.signs.end; ++i)
        paintSign(frame, frame.list.signs[i], span.faded);
    for (auto i = span.texts.begin; i < span.texts.end; ++i)
        paintText(frame, frame.list.texts[i], span.faded);
}

void RasterPainter::paintBox(Frame& frame, const DrawBox& box, bool faded)
{
    const QRect rect = frame.toPixels(box.rect);
    const QRgb fill = frame.color(box.fill, faded);
    switch (box.look) {
    case BoxLook::TableFrame:
    case BoxLook::ViewFrame:
    case BoxLook::MaterializedFrame:
    case BoxLook::ContractFrame:
    case BoxLook::ReplicaFrame:
        paintFrame(frame, box, faded);
        return;
    case BoxLook::HeaderBand:
        paintHeader(frame, box, faded);
        return;
    case BoxLook::RowBand:
        frame.pixels.fill(rect, fill);
        return;
    case BoxLook::Block:
        frame.pixels.fill(rect.united(QRect(rect.topLeft(), QSize(1, 1))),
                          frame.blockColor(box.fill, faded));
        return;
    case BoxLook::Region:
        paintBordered(frame, box, std::max(frame.length(regionRadius), minRegionRadius), faded);
        return;
    case BoxLook::BoundaryRegion:
    case BoxLook::ModuleRegion:
    case BoxLook::UnownedRegion:
        paintBoundary(frame, box, faded);
        return;
    case BoxLook::Card:
        paintBordered(frame, box, int(std::lround(5 * frame.pixelRatio)), faded);
        return;
    case BoxLook::Pill:
        paintBordered(frame, box, rect.height() / 2, faded);
        return;
    case BoxLook::Swatch:
        paintBordered(frame, box, frame.length(3), faded);
        return;
    case BoxLook::Separator:
        frame.pixels.fill(rect.united(QRect(rect.topLeft(), QSize(1, 1))), fill);
        return;
    case BoxLook::SelectionRing:
    case BoxLook::HoverRing:
    case BoxLook::HitRing:
        paintRing(frame, box, faded);
        return;
    }
}

void RasterPainter::paintHeader(Frame& frame, const DrawBox& box, bool faded)
{
    const QRect rect = frame.toPixels(box.rect);
    const int border = frame.borderWidth();
    frame.pixels.fillRounded(rect.adjusted(border, border, -border, 0),
                             frame.length(cornerRadius) - border, frame.color(box.fill, faded),
                             PixelCanvas::Corners::Upper);
    frame.pixels.fill(
        {rect.left() + border, rect.bottom() + 1 - border, rect.width() - 2 * border, border},
        frame.color(box.border, faded));
}

void RasterPainter::paintBordered(Frame& frame, const DrawBox& box, int radius, bool faded)
{
    const QRect rect = frame.toPixels(box.rect);
    const int border = frame.borderWidth();
    const PixelPen pen{frame.color(box.border, faded), border, radius, 0, 0};
    frame.pixels.fillRounded(rect.adjusted(border, border, -border, -border), radius - border,
                             frame.color(box.fill, faded));
    frame.pixels.outline(rect, pen);
}

void RasterPainter::paintBoundary(Frame& frame, const DrawBox& box, bool faded)
{
    const QRect rect = frame.toPixels(box.rect);
    const int unit = frame.borderWidth();
    const int radius = std::max(frame.length(regionRadius), minRegionRadius);
    PixelPen pen{frame.color(box.border, faded), unit, radius, 0, 0};
    if (box.look == BoxLook::BoundaryRegion)
        pen.width = 2 * unit;
    if (box.look == BoxLook::UnownedRegion) {
        pen.dashOn = 7 * unit;
        pen.dashOff = 5 * unit;
    }
    frame.pixels.fillRounded(rect, radius, frame.color(box.fill, faded));
    frame.pixels.outline(rect, pen);
}

void RasterPainter::paintFrame(Frame& frame, const DrawBox& box, bool faded)
{
    const QRect rect = frame.toPixels(box.rect);
    const int border = frame.borderWidth();
    const int radius = frame.length(cornerRadius);
    const QRgb line = frame.color(box.border, faded);
    const QRgb fill = frame.color(box.fill, faded);
    if (box.look == BoxLook::ViewFrame) {
        frame.pixels.fillRounded(rect, radius, fill);
        const QRgb strong =
            box.border == Ink::Border ? frame.color(Ink::StrongBorder, faded) : line;
        frame.pixels.outline(rect, {strong, border, radius, 5 * border, 3 * border});
        return;
    }
    if (box.look == BoxLook::ReplicaFrame) {
        frame.pixels.fillRounded(rect, radius, fill);
        frame.pixels.outline(rect, {line, 2 * border, radius, 12 * border, 4 * border});
        return;
    }
    if (box.look == BoxLook::ContractFrame) {
        const int gap = 4 * border;
        frame.pixels.outline(rect.adjusted(-gap, -gap, gap, gap),
                             {line, 2 * border, radius + gap, 0, 0});
    }
    paintBordered(frame, box, radius, faded);
    if (box.look == BoxLook::MaterializedFrame) {
        const int gap = 3 * border;
        frame.pixels.outline(rect.adjusted(-gap, -gap, gap, gap),
                             {line, border, radius + gap, 0, 0});
    }
}

void RasterPainter::paintRing(Frame& frame, const DrawBox& box, bool faded)
{
    const int width = std::max(1, int(std::lround(2 * frame.pixelRatio)));
    const bool solid = box.look == BoxLook::SelectionRing;
    const int gap = box.look == BoxLook::HitRing ? 3 * width : solid ? width : 0;
    const QRect rect = frame.toPixels(box.rect).adjusted(-gap, -gap, gap, gap);
    frame.pixels.outline(rect, {frame.color(box.border, faded), solid ? width : (width + 1) / 2,
                                frame.length(cornerRadius) + gap, 0, 0});
    if (box.look == BoxLook::HitRing)
        frame.pixels.outline(rect, {frame.color(box.border, faded), width,
                                    frame.length(cornerRadius) + gap, 3 * width, 2 * width});
}

void RasterPainter::paintSign(Frame& frame, const DrawSign& sign, bool faded)
{
    const double pixels = sign.size * frame.scale;
    if (pixels < 4)
        return;
    const QImage& sprite = signSprite(sign.sign, pixels, frame.color(sign.ink, faded || sign.faded),
                                      frame.color(Ink::Background, false));
    const QPointF center = frame.toPixels(sign.center);
    frame.painter().setTransform({});
    frame.painter().drawImage(QPoint(int(std::lround(center.x() - sprite.width() / 2.0)),
                                     int(std::lround(center.y() - sprite.height() / 2.0))),
                              sprite);
}

void RasterPainter::paintText(Frame& frame, const DrawText& text, bool faded)
{
    const double factor = text.size / textPixelSize(text.style);
    const double pixelsPerUnit = factor * frame.scale;
    const ShapedText& shaped = m_shaper.shaped(text.text, text.style, text.rect.width() / factor);
    double left = text.rect.left();
    const double slack = text.rect.width() - shaped.width * factor;
    if (text.align == Qt::AlignRight)
        left += slack;
    else if (text.align == Qt::AlignHCenter)
        left += slack / 2;
    const double base = text.rect.center().y() + m_shaper.capHeight(text.style) * factor / 2;
    const QPointF origin = frame.toPixels(QPointF(left, base));
    QPainter& painter = frame.painter();
    painter.setPen(QColor::fromRgb(frame.color(text.ink, faded)));
    // Base lines on whole pixels keep the letters of one row equally sharp.
    painter.setTransform(
        QTransform(pixelsPerUnit, 0, 0, pixelsPerUnit, origin.x(), std::round(origin.y())));
    for (const QGlyphRun& run : shaped.runs)
        painter.drawGlyphRun({0, 0}, run);
}

} // namespace cadastre

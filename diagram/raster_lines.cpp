// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lines and sprites of the raster back end.
#include "diagram/line_end.h"
#include "diagram/raster_frame.h"
#include "diagram/vector_shapes.h"

namespace cadastre {

namespace {

/// Sprites kept before starting over; a zoom through all scales makes many.
constexpr int maxSprites = 4000;

QPen roundPen(QRgb color, double width)
{
    return {QColor::fromRgb(color), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

QImage emptySprite(int size)
{
    QImage sprite(size, size, QImage::Format_ARGB32_Premultiplied);
    sprite.fill(Qt::transparent);
    return sprite;
}

/// Quarter turns, clockwise, from "to the right" to the way from a to b.
int quarterTurns(QPointF a, QPointF b)
{
    const QPointF way = b - a;
    if (std::abs(way.x()) >= std::abs(way.y()))
        return way.x() >= 0 ? 0 : 2;
    return way.y() >= 0 ? 1 : 3;
}

} // namespace

void RasterPainter::paintLine(Frame& frame, const DrawLine& line, bool faded)
{
    const QRgb color = frame.color(line.ink, faded);
    if (isCurve(line.look)) {
        paintCurve(frame, line, color);
        return;
    }
    std::array<QPointF, EdgeRoute::maxPoints> points;
    const std::size_t count = std::min<std::size_t>(line.pointCount, points.size());
    for (std::size_t i = 0; i < count; ++i)
        points[i] = frame.toPixels(frame.list.points[line.firstPoint + i]);
    const LineStyle& style = lineStyle(line.look);
    const int unit = std::max(1, int(std::lround(frame.pixelRatio)));
    PixelPen pen;
    pen.color = color;
    pen.width = std::max(1, int(std::lround(line.width * frame.pixelRatio)));
    pen.bendRadius = frame.list.level == DetailLevel::Rows ? frame.length(bendRadius) : 0;
    pen.dashOn = int(style.dash) * unit;
    pen.dashOff = int(style.gap) * unit;
    if (style.twofold) {
        PixelPen both = pen;
        both.width += 2 * unit;
        frame.pixels.polyline({points.data(), count}, both);
        pen.color = frame.color(Ink::Background, false);
    }
    frame.pixels.polyline({points.data(), count}, pen);
    pen.color = color;
    if (count < 2)
        return;
    paintLineEnd(frame, line.from, points[0], points[1], color, pen.width);
    paintLineEnd(frame, line.to, points[count - 1], points[count - 2], color, pen.width);
}

void RasterPainter::paintCurve(Frame& frame, const DrawLine& line, QRgb color)
{
    QPainterPath path(frame.toPixels(frame.list.points[line.firstPoint]));
    path.quadTo(frame.toPixels(frame.list.points[line.firstPoint + 1]),
                frame.toPixels(frame.list.points[line.firstPoint + 2]));
    const double width = line.width * frame.pixelRatio;
    QPen pen = roundPen(color, width);
    const LineStyle& style = lineStyle(line.look);
    if (style.dash > 0) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(
            {style.dash * frame.pixelRatio / width, style.gap * frame.pixelRatio / width});
    }
    frame.painter().setTransform({});
    if (style.twofold)
        frame.painter().strokePath(path, roundPen(color, width + twofoldExtra * frame.pixelRatio));
    if (style.twofold)
        pen.setColor(frame.theme.color(Ink::Background));
    frame.painter().strokePath(path, pen);
}

void RasterPainter::paintLineEnd(Frame& frame, LineEnd end, QPointF at, QPointF next, QRgb color,
                                 int width)
{
    if (end == LineEnd::None)
        return;
    const QImage& sprite = lineEndSprite(end, quarterTurns(at, next), frame.scale, color,
                                         frame.color(Ink::Background, false), width);
    const double half = sprite.width() / 2.0;
    const QPoint corner(int(std::floor(at.x())) - int(half), int(std::floor(at.y())) - int(half));
    if (!QRect(corner, sprite.size()).intersects(QRect(QPoint(), frame.painter().window().size())))
        return;
    frame.painter().setTransform({});
    frame.painter().drawImage(corner, sprite);
}

const QImage& RasterPainter::lineEndSprite(LineEnd end, int turns, double scale, QRgb color,
                                           QRgb hollow, int width)
{
    const SpriteKey key{1000 + int(end) * 64 + turns * 16 + width, int(std::lround(scale * 64)),
                        color, hollow};
    const auto found = m_sprites.constFind(key);
    if (found != m_sprites.cend())
        return *found;
    if (m_sprites.size() > maxSprites)
        m_sprites.clear();
    const int half = int(std::ceil(lineEndLength * scale)) + 2;
    QImage sprite = emptySprite(2 * half);
    QPainter painter(&sprite);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = half + (width % 2 == 1 ? 0.5 : 0.0);
    painter.translate(middle, middle);
    painter.rotate(90.0 * turns);
    painter.scale(scale, scale);
    const LineEndOutline& outline = lineEndOutline(end);
    painter.setPen(roundPen(color, width / scale));
    painter.drawPath(outline.stroke);
    painter.setBrush(QColor::fromRgb(hollow));
    painter.drawPath(outline.hollow);
    painter.end();
    return *m_sprites.insert(key, sprite);
}

const QImage& RasterPainter::signSprite(Sign sign, double pixels, QRgb color, QRgb hollow)
{
    const SpriteKey key{int(sign), int(std::lround(pixels * 8)), color, hollow};
    const auto found = m_sprites.constFind(key);
    if (found != m_sprites.cend())
        return *found;
    if (m_sprites.size() > maxSprites)
        m_sprites.clear();
    const int size = int(std::ceil(pixels)) + 2;
    QImage sprite = emptySprite(size);
    QPainter painter(&sprite);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(size / 2.0, size / 2.0);
    painter.scale(pixels / 16, pixels / 16);
    painter.translate(-8, -8);
    const SignOutline& outline = signOutline(sign);
    painter.fillPath(outline.hollow, QColor::fromRgb(hollow));
    painter.strokePath(outline.stroke, roundPen(color, 1.5));
    painter.fillPath(outline.fill, QColor::fromRgb(color));
    painter.end();
    return *m_sprites.insert(key, sprite);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/vector_shapes.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace cadastre {

namespace {

double distance(QPointF a, QPointF b)
{
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}

QPointF towards(QPointF from, QPointF to, double length)
{
    const double total = distance(from, to);
    return total > 0 ? from + (to - from) * (length / total) : from;
}

double capHeight(TextStyle style)
{
    static const auto heights = [] {
        std::array<double, textStyleCount> result{};
        for (int i = 0; i < textStyleCount; ++i)
            result[i] = QFontMetricsF(diagramFont(static_cast<TextStyle>(i))).capHeight();
        return result;
    }();
    return heights[static_cast<std::size_t>(style)];
}

} // namespace

QPainterPath linePath(const DrawList& list, const DrawLine& line)
{
    const QPointF* points = list.points.data() + line.firstPoint;
    QPainterPath path(points[0]);
    if (isCurve(line.look)) {
        path.quadTo(points[1], points[2]);
        return path;
    }
    for (std::uint32_t i = 1; i + 1 < line.pointCount; ++i) {
        const double radius = std::min({vectorBendRadius, distance(points[i - 1], points[i]) / 2,
                                        distance(points[i], points[i + 1]) / 2});
        path.lineTo(towards(points[i], points[i - 1], radius));
        path.quadTo(points[i], towards(points[i], points[i + 1], radius));
    }
    path.lineTo(points[line.pointCount - 1]);
    return path;
}

QPainterPath headerPath(const QRectF& rect)
{
    const QRectF inner = rect.adjusted(1, 1, -1, 0);
    const double radius = vectorCornerRadius - 1;
    QPainterPath path(inner.bottomLeft());
    path.lineTo(inner.left(), inner.top() + radius);
    path.quadTo(inner.topLeft(), inner.topLeft() + QPointF(radius, 0));
    path.lineTo(inner.right() - radius, inner.top());
    path.quadTo(inner.topRight(), inner.topRight() + QPointF(0, radius));
    path.lineTo(inner.bottomRight());
    path.closeSubpath();
    return path;
}

double cornerRadiusOf(const DrawBox& box)
{
    switch (box.look) {
    case BoxLook::Region:
    case BoxLook::BoundaryRegion:
    case BoxLook::ModuleRegion:
    case BoxLook::UnownedRegion:
        return vectorRegionRadius;
    case BoxLook::Pill:
        return box.rect.height() / 2;
    case BoxLook::Swatch:
        return 3;
    case BoxLook::RowBand:
    case BoxLook::Block:
    case BoxLook::Separator:
        return 0;
    default:
        return vectorCornerRadius;
    }
}

int lineEndDegrees(QPointF from, QPointF next)
{
    const QPointF way = next - from;
    if (std::abs(way.x()) >= std::abs(way.y()))
        return way.x() >= 0 ? 0 : 180;
    return way.y() >= 0 ? 90 : 270;
}

QPointF baseLineAnchor(const DrawText& text)
{
    const double factor = text.size / textPixelSize(text.style);
    const double y = text.rect.center().y() + capHeight(text.style) * factor / 2;
    if (text.align == Qt::AlignRight)
        return {text.rect.right(), y};
    return {text.align == Qt::AlignHCenter ? text.rect.center().x() : text.rect.left(), y};
}

} // namespace cadastre

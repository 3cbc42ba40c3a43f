// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/pixel_canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cadastre {

namespace {

constexpr int copiedFrom = 32; ///< pixels; of so many a copy is faster than one by one

QPointF direction(QPointF from, QPointF to)
{
    const auto sign = [](double value) { return value > 0 ? 1.0 : value < 0 ? -1.0 : 0.0; };
    return {sign(to.x() - from.x()), sign(to.y() - from.y())};
}

/// std::hypot() guards against overflow, which pixels do not need, at many times the cost.
double distance(double x, double y)
{
    return std::sqrt(x * x + y * y);
}

double length(QPointF from, QPointF to)
{
    return std::abs(to.x() - from.x()) + std::abs(to.y() - from.y());
}

/// Lines of odd width run through the middle of pixels, those of even width between them.
QPointF snapped(QPointF point, int width)
{
    const double offset = width % 2 == 1 ? 0.5 : 0.0;
    return {std::floor(point.x()) + offset, std::floor(point.y()) + offset};
}

} // namespace

PixelCanvas::PixelCanvas(QImage& image)
    : m_bits(reinterpret_cast<QRgb*>(image.bits()))
    , m_stride(int(image.bytesPerLine() / 4))
    , m_width(image.width())
    , m_height(image.height())
{
    Q_ASSERT(image.depth() == 32);
}

void PixelCanvas::fill(const QRect& rect, QRgb color)
{
    const int left = std::max(rect.left(), 0);
    const int right = std::min(rect.left() + rect.width(), m_width);
    const int top = std::max(rect.top(), 0);
    const int bottom = std::min(rect.top() + rect.height(), m_height);
    if (left >= right || top >= bottom)
        return;
    const int count = right - left;
    QRgb* const first = m_bits + std::ptrdiff_t(top) * m_stride + left;
    std::fill_n(first, std::min(count, copiedFrom), color);
    for (int done = copiedFrom; done < count; done *= 2)
        std::copy_n(first, std::min(done, count - done), first + done);
    QRgb* row = first + m_stride;
    for (int y = top + 1; y < bottom; ++y, row += m_stride) {
        if (count == 1)
            *row = color;
        else if (count < copiedFrom)
            std::fill_n(row, count, color);
        else
            std::copy_n(first, count, row);
    }
}

void PixelCanvas::blend(int x, int y, QRgb color, double coverage)
{
    if (coverage <= 0 || x < 0 || y < 0 || x >= m_width || y >= m_height)
        return;
    QRgb& pixel = m_bits[std::ptrdiff_t(y) * m_stride + x];
    const int part = int(std::min(coverage, 1.0) * 256);
    const auto mix = [part](int from, int to) { return from + (((to - from) * part) >> 8); };
    pixel = qRgb(mix(qRed(pixel), qRed(color)), mix(qGreen(pixel), qGreen(color)),
                 mix(qBlue(pixel), qBlue(color)));
}

void PixelCanvas::corner(int left, int top, int radius, bool onLeft, bool onTop, QRgb color)
{
    if (left + radius < 0 || top + radius < 0 || left >= m_width || top >= m_height)
        return;
    for (int y = 0; y < radius; ++y) {
        for (int x = 0; x < radius; ++x) {
            const double fromX = onLeft ? radius - x - 0.5 : x + 0.5;
            const double fromY = onTop ? radius - y - 0.5 : y + 0.5;
            blend(left + x, top + y, color, radius + 0.5 - distance(fromX, fromY));
        }
    }
}

void PixelCanvas::fillRounded(const QRect& rect, int radius, QRgb color, Corners corners)
{
    radius = std::min({radius, rect.width() / 2, rect.height() / 2});
    if (radius < 1 || corners == Corners::None) {
        fill(rect, color);
        return;
    }
    const int right = rect.left() + rect.width() - radius;
    const int bottom = rect.top() + rect.height() - radius;
    const bool lower = corners == Corners::All;
    fill({rect.left() + radius, rect.top(), rect.width() - 2 * radius, radius}, color);
    fill({rect.left(), rect.top() + radius, rect.width(), rect.height() - (lower ? 2 : 1) * radius},
         color);
    corner(rect.left(), rect.top(), radius, true, true, color);
    corner(right, rect.top(), radius, false, true, color);
    if (!lower)
        return;
    fill({rect.left() + radius, bottom, rect.width() - 2 * radius, radius}, color);
    corner(rect.left(), bottom, radius, true, false, color);
    corner(right, bottom, radius, false, false, color);
}

void PixelCanvas::part(QPointF from, QPointF to, const PixelPen& pen, double& phase)
{
    const QPointF way = direction(from, to);
    const double total = length(from, to);
    if (way.x() != 0 && way.y() != 0) {
        slantedPart(from, to, pen);
        return;
    }
    if (pen.dashOn > 0) {
        dashedPart(from, way, total, pen, phase);
        phase = std::fmod(phase + total, double(pen.dashOn + pen.dashOff));
        return;
    }
    // Solid parts cover the pixels of their ends.
    const double half = pen.width / 2.0;
    const QPoint topLeft(int(std::lround(std::min(from.x(), to.x()) - half)),
                         int(std::lround(std::min(from.y(), to.y()) - half)));
    const QPoint bottomRight(int(std::lround(std::max(from.x(), to.x()) + half)),
                             int(std::lround(std::max(from.y(), to.y()) + half)));
    fill(QRect(topLeft, QSize(bottomRight.x() - topLeft.x(), bottomRight.y() - topLeft.y())),
         pen.color);
}

/// What is out of the image takes no time, however long the line is.
void PixelCanvas::dashedPart(QPointF from, QPointF way, double total, const PixelPen& pen,
                             double phase)
{
    const double half = pen.width / 2.0;
    const double period = pen.dashOn + pen.dashOff;
    const auto [first, last] = seenPart(from, way, total, half);
    if (first >= last)
        return;
    const bool level = way.x() != 0;
    const double start = level ? from.x() : from.y();
    const double sense = level ? way.x() : way.y();
    const int across = int(std::lround((level ? from.y() : from.x()) - half));
    double begin = -std::fmod(phase, period);
    if (first > begin)
        begin += std::floor((first - begin) / period) * period;
    for (; begin < last; begin += period) {
        const double a = start + sense * std::clamp(begin, first, last);
        const double b = start + sense * std::clamp(begin + pen.dashOn, first, last);
        // Both are in the image, so that they are not negative.
        const int low = int(std::min(a, b) + 0.5);
        const int length = int(std::max(a, b) + 0.5) - low;
        fill(level ? QRect(low, across, length, pen.width) : QRect(across, low, pen.width, length),
             pen.color);
    }
}

/// From where to where, along an axis-parallel part, its pixels may be in the image; an empty range
/// where none is.
std::pair<double, double> PixelCanvas::seenPart(QPointF from, QPointF way, double total,
                                                double half) const
{
    const bool level = way.x() != 0;
    const double across = level ? from.y() : from.x();
    const double acrossSize = level ? m_height : m_width;
    if (across < -half || across > acrossSize + half)
        return {0, 0};
    const double along = level ? from.x() : from.y();
    const double size = level ? m_width : m_height;
    const bool forward = level ? way.x() > 0 : way.y() > 0;
    const double first = forward ? -along : along - size;
    const double last = forward ? size - along : along;
    return {std::max(first, 0.0), std::min(last, total)};
}

void PixelCanvas::slantedPart(QPointF from, QPointF to, const PixelPen& pen)
{
    const QPointF way = to - from;
    const int steps = std::max(1, int(std::max(std::abs(way.x()), std::abs(way.y()))));
    if (steps > 4 * (m_width + m_height))
        return;
    for (int step = 0; step <= steps; ++step) {
        const QPointF at = from + way * (double(step) / steps);
        fill({int(at.x()), int(at.y()), pen.width, pen.width}, pen.color);
    }
}

void PixelCanvas::bend(QPointF corner, QPointF in, QPointF out, int radius, const PixelPen& pen)
{
    const QPointF center = corner - in * radius + out * radius;
    const double half = pen.width / 2.0;
    const double left = std::min(corner.x(), center.x()) - (center.x() > corner.x() ? half : 0);
    const double top = std::min(corner.y(), center.y()) - (center.y() > corner.y() ? half : 0);
    const int size = radius + int(std::ceil(half));
    const double reach = half + 0.5;
    const double inner = std::max(radius - reach, 0.0) * std::max(radius - reach, 0.0);
    const double outer = (radius + reach) * (radius + reach);
    if (left > m_width || top > m_height || left + size < 0 || top + size < 0)
        return;
    for (int y = int(std::floor(top)); y <= int(std::floor(top)) + size; ++y) {
        for (int x = int(std::floor(left)); x <= int(std::floor(left)) + size; ++x) {
            const QPointF from = QPointF(x + 0.5, y + 0.5) - center;
            // Only the quarter that looks at the corner.
            if (from.x() * (corner.x() - center.x()) < 0 ||
                from.y() * (corner.y() - center.y()) < 0)
                continue;
            const double squared = QPointF::dotProduct(from, from);
            if (squared > inner && squared < outer)
                blend(x, y, pen.color, reach - std::abs(std::sqrt(squared) - radius));
        }
    }
}

void PixelCanvas::polyline(std::span<const QPointF> points, const PixelPen& pen)
{
    if (points.size() < 2)
        return;
    QPointF from = snapped(points[0], pen.width);
    QPointF corner = snapped(points[1], pen.width);
    double phase = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QPointF next = snapped(points[i + 1], pen.width);
        const QPointF in = direction(from, corner);
        const QPointF out = direction(corner, next);
        const bool square = QPointF::dotProduct(in, out) == 0 && in != out &&
                            (in.x() == 0 || in.y() == 0) && (out.x() == 0 || out.y() == 0);
        const double room = i + 2 < points.size() ? length(corner, next) / 2 : length(corner, next);
        const int radius =
            square ? int(std::min({double(pen.bendRadius), length(from, corner), room})) : 0;
        part(from, corner - in * radius, pen, phase);
        if (radius > 0)
            bend(corner, in, out, radius, pen);
        from = corner + out * radius;
        corner = next;
    }
    part(from, corner, pen, phase);
}

void PixelCanvas::outline(const QRect& rect, const PixelPen& pen)
{
    const double half = pen.width / 2.0;
    const double left = rect.left() + half;
    const double top = rect.top() + half;
    const double right = rect.left() + rect.width() - half;
    const double bottom = rect.top() + rect.height() - half;
    const double middle = std::floor((left + right) / 2);
    const std::array<QPointF, 6> points{QPointF(middle, top),   QPointF(right, top),
                                        QPointF(right, bottom), QPointF(left, bottom),
                                        QPointF(left, top),     QPointF(middle, top)};
    polyline(points, pen);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/line_end.h"

#include <array>

namespace cadastre {

namespace {

constexpr int lineEndCount = static_cast<int>(LineEnd::Triangle) + 1;
constexpr double toeLength = 11;
constexpr double toeSpread = 5.5;
constexpr double barHeight = 4.5;

void addSegment(QPainterPath& path, QPointF from, QPointF to)
{
    path.moveTo(from);
    path.lineTo(to);
}

void addToes(QPainterPath& path)
{
    addSegment(path, {toeLength, 0}, {0, -toeSpread});
    addSegment(path, {toeLength, 0}, {0, toeSpread});
}

void addBar(QPainterPath& path, double x)
{
    addSegment(path, {x, -barHeight}, {x, barHeight});
}

void addCircle(QPainterPath& path, double x)
{
    path.addEllipse(QPointF(x, 0), 3.6, 3.6);
}

LineEndOutline outlineOf(LineEnd end)
{
    LineEndOutline outline;
    switch (end) {
    case LineEnd::None:
        break;
    case LineEnd::ZeroOrOne:
        addBar(outline.stroke, 6);
        addCircle(outline.hollow, 12);
        break;
    case LineEnd::ExactlyOne:
        addBar(outline.stroke, 5);
        addBar(outline.stroke, 9);
        break;
    case LineEnd::ZeroOrMany:
        addToes(outline.stroke);
        addCircle(outline.hollow, toeLength + 3.6);
        break;
    case LineEnd::OneOrMany:
        addToes(outline.stroke);
        addBar(outline.stroke, toeLength + 3);
        break;
    case LineEnd::Arrow:
        outline.stroke.moveTo(8, -4.5);
        outline.stroke.lineTo(0.5, 0);
        outline.stroke.lineTo(8, 4.5);
        break;
    case LineEnd::Triangle:
        outline.hollow.moveTo(11, -6);
        outline.hollow.lineTo(0.5, 0);
        outline.hollow.lineTo(11, 6);
        outline.hollow.closeSubpath();
        break;
    }
    return outline;
}

} // namespace

const LineEndOutline& lineEndOutline(LineEnd end)
{
    static const auto outlines = [] {
        std::array<LineEndOutline, lineEndCount> result;
        for (int i = 0; i < lineEndCount; ++i)
            result[i] = outlineOf(static_cast<LineEnd>(i));
        return result;
    }();
    return outlines[static_cast<std::size_t>(end)];
}

QLatin1String lineEndName(LineEnd end)
{
    static constexpr std::array names{"none",        "zero-or-one", "exactly-one", "zero-or-many",
                                      "one-or-many", "arrow",       "triangle"};
    return QLatin1String(names[static_cast<std::size_t>(end)]);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A draw list as text: one line per item in painting order, for golden files.
#include "diagram/draw_list.h"
#include "diagram/line_end.h"

#include <QTextStream>

#include <array>
#include <cmath>

namespace cadastre {

namespace {

constexpr std::array levelNames{"regions", "blocks", "titles", "rows"};
constexpr std::array spanNames{"group", "lines", "node", "labels", "legend"};
constexpr std::array boxNames{"table",    "view",    "materialized", "header",         "row",
                              "block",    "region",  "boundary",     "module",         "unowned",
                              "contract", "replica", "card",         "selection-ring", "hover-ring",
                              "hit-ring", "pill",    "swatch",       "separator"};
constexpr std::array inkNames{
    "background",    "box",         "header",       "border",      "strong-border", "text",
    "dim-text",      "key-sign",    "foreign-sign", "accent",      "accent-soft",   "hit",
    "warning",       "badge",       "edge",         "view-edge",   "ribbon",        "region-fill",
    "region-border", "region-text", "pill",         "edge-likely", "edge-possible", "edge-weak"};

QString inkName(Ink ink)
{
    if (ink >= Ink::BoundarySoft0)
        return QStringLiteral("boundary-soft-%1").arg(int(ink) - int(Ink::BoundarySoft0));
    if (ink >= Ink::BoundaryFill0)
        return QStringLiteral("boundary-fill-%1").arg(int(ink) - int(Ink::BoundaryFill0));
    if (ink >= Ink::Boundary0)
        return QStringLiteral("boundary-%1").arg(int(ink) - int(Ink::Boundary0));
    if (ink >= Ink::Ramp0)
        return QStringLiteral("ramp-%1").arg(int(ink) - int(Ink::Ramp0));
    if (ink >= Ink::Category0)
        return QStringLiteral("category-%1").arg(int(ink) - int(Ink::Category0));
    return QString::fromLatin1(inkNames[static_cast<std::size_t>(ink)]);
}

QString pointText(QPointF point)
{
    return QStringLiteral("%1,%2").arg(std::lround(point.x())).arg(std::lround(point.y()));
}

QString rectText(const QRectF& rect)
{
    return QStringLiteral("%1 %2x%3")
        .arg(pointText(rect.topLeft()))
        .arg(std::lround(rect.width()))
        .arg(std::lround(rect.height()));
}

void writeLine(QTextStream& out, const DrawList& list, const DrawLine& line)
{
    out << "  line " << lineStyle(line.look).name << ' ' << inkName(line.ink) << ' '
        << lineEndName(line.from) << ' ' << lineEndName(line.to) << (line.faded ? " faded" : "");
    // The ways of edges are the router's; here it counts which edge is drawn.
    if (line.edge >= 0)
        out << " edge " << line.edge;
    else
        for (std::uint32_t i = 0; i < line.pointCount; ++i)
            out << ' ' << pointText(list.points[line.firstPoint + i]);
    out << '\n';
}

void writeSpan(QTextStream& out, const DrawList& list, const DrawSpan& span)
{
    out << spanNames[std::size_t(span.kind)];
    if (span.object >= 0)
        out << ' ' << span.object;
    out << (span.faded ? " faded" : "") << '\n';
    for (auto i = span.boxes.begin; i < span.boxes.end; ++i) {
        const DrawBox& box = list.boxes[i];
        out << "  box " << boxNames[std::size_t(box.look)] << ' ' << rectText(box.rect) << ' '
            << inkName(box.fill) << ' ' << inkName(box.border) << '\n';
    }
    for (auto i = span.lines.begin; i < span.lines.end; ++i)
        writeLine(out, list, list.lines[i]);
    for (auto i = span.signs.begin; i < span.signs.end; ++i) {
        const DrawSign& sign = list.signs[i];
        out << "  sign " << signName(sign.sign) << ' ' << pointText(sign.center) << ' '
            << inkName(sign.ink) << '\n';
    }
    for (auto i = span.texts.begin; i < span.texts.end; ++i) {
        const DrawText& text = list.texts[i];
        out << "  text " << rectText(text.rect) << ' ' << inkName(text.ink) << ' ' << text.size
            << " \"" << text.text << "\"\n";
    }
}

} // namespace

QString drawListText(const DrawList& list)
{
    QString result;
    QTextStream out(&result);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    out << "level " << levelNames[std::size_t(list.level)] << '\n';
    for (const DrawSpan& span : list.spans)
        writeSpan(out, list, span);
    return result;
}

} // namespace cadastre

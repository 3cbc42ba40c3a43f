// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The shapes of the SVG writer: boxes, lines, signs and texts.
#include "diagram/line_end.h"
#include "diagram/relationship_text.h"
#include "diagram/svg_writer.h"
#include "diagram/vector_shapes.h"
#include "diagram/xml_text.h"

namespace cadastre {

void SvgWriter::writeRect(const QRectF& rect, double radius, const QByteArray& attributes)
{
    m_out += "<rect x=\"" + svgNumber(rect.x()) + "\" y=\"" + svgNumber(rect.y()) + "\" width=\"" +
             svgNumber(rect.width()) + "\" height=\"" + svgNumber(rect.height()) + '"';
    if (radius > 0)
        m_out += " rx=\"" + svgNumber(radius) + '"';
    m_out += attributes + "/>\n";
}

void SvgWriter::writeBox(const DrawBox& box)
{
    const QByteArray fill = " fill=\"" + color(box.fill) + '"';
    const QByteArray stroke = " stroke=\"" + color(box.border) + '"';
    const double radius = cornerRadiusOf(box);
    const QRectF inside = box.rect.adjusted(0.5, 0.5, -0.5, -0.5);
    switch (box.look) {
    case BoxLook::HeaderBand:
        m_out += "<path d=\"" + svgPathData(headerPath(box.rect)) + "Z\"" + fill + "/>\n";
        m_out += "<path d=\"M" + svgPoint(box.rect.bottomLeft() + QPointF(1, 0)) + 'L' +
                 svgPoint(box.rect.bottomRight()) + '"' + stroke + "/>\n";
        return;
    case BoxLook::ViewFrame:
        writeRect(inside, radius,
                  fill + " stroke=\"" + color(Ink::StrongBorder) + "\" stroke-dasharray=\"5 3\"");
        return;
    case BoxLook::MaterializedFrame:
        writeRect(inside.adjusted(-3, -3, 3, 3), radius + 3, " fill=\"none\"" + stroke);
        writeRect(inside, radius, fill + stroke);
        return;
    case BoxLook::ContractFrame:
        writeRect(inside.adjusted(-4, -4, 4, 4), radius + 4,
                  " fill=\"none\" stroke-width=\"2\"" + stroke);
        writeRect(inside, radius, fill + stroke);
        return;
    case BoxLook::ReplicaFrame:
        writeRect(inside, radius, fill + " stroke-width=\"2\" stroke-dasharray=\"12 4\"" + stroke);
        return;
    case BoxLook::BoundaryRegion:
        writeRect(inside, radius, fill + " stroke-width=\"2\"" + stroke);
        return;
    case BoxLook::UnownedRegion:
        writeRect(inside, radius, fill + " stroke-dasharray=\"7 5\"" + stroke);
        return;
    case BoxLook::SelectionRing:
    case BoxLook::HoverRing:
    case BoxLook::HitRing:
        writeRect(box.rect.adjusted(-2, -2, 2, 2), radius + 2,
                  " fill=\"none\" stroke-width=\"2\"" + stroke);
        return;
    case BoxLook::Separator:
        m_out += "<path d=\"M" + svgPoint(box.rect.topLeft()) + 'L' +
                 svgPoint(box.rect.bottomRight()) + '"' + stroke + "/>\n";
        return;
    case BoxLook::RowBand:
    case BoxLook::Block:
        writeRect(box.rect, 0, fill);
        return;
    case BoxLook::TableFrame:
    case BoxLook::Region:
    case BoxLook::ModuleRegion:
    case BoxLook::Card:
    case BoxLook::Pill:
    case BoxLook::Swatch:
        writeRect(inside, radius, fill + stroke);
        return;
    }
}

void SvgWriter::writeLine(const DrawLine& line)
{
    const bool faded = std::exchange(m_faded, line.faded);
    const QByteArray stroke = color(line.ink);
    m_out += "<g stroke=\"" + stroke + "\" fill=\"none\" stroke-width=\"" + svgNumber(line.width) +
             "\">";
    if (line.edge >= 0 && !m_scene.graph().edges[line.edge].title.isEmpty())
        m_out += "<title>" + xmlText(edgeText(m_scene.graph(), line.edge)) + "</title>";
    const LineStyle& style = lineStyle(line.look);
    const QByteArray path = "<path d=\"" + svgPathData(linePath(m_list, line)) + '"';
    if (style.twofold)
        m_out += path + " stroke-width=\"" + svgNumber(line.width + twofoldExtra) + "\"/>";
    m_out += path;
    if (style.twofold)
        m_out += " stroke=\"" + color(Ink::Background, false) + '"';
    if (style.dash > 0)
        m_out += " stroke-dasharray=\"" + svgNumber(style.dash) + ' ' + svgNumber(style.gap) + '"';
    m_out += "/>";
    const QPointF* points = m_list.points.data() + line.firstPoint;
    writeLineEnd(line.from, points[0], points[1]);
    writeLineEnd(line.to, points[line.pointCount - 1], points[line.pointCount - 2]);
    m_out += "</g>\n";
    m_faded = faded;
}

void SvgWriter::writeLineEnd(LineEnd end, QPointF at, QPointF next)
{
    if (end == LineEnd::None)
        return;
    const int degrees = lineEndDegrees(at, next);
    m_out += "<use href=\"#" + m_prefix + "end-" + QByteArray(lineEndName(end).data()) +
             "\" transform=\"translate(" + svgPoint(at) + ')';
    if (degrees != 0)
        m_out += " rotate(" + QByteArray::number(degrees) + ')';
    m_out += "\"/>";
}

void SvgWriter::writeSign(const DrawSign& sign)
{
    const double scale = sign.size / 16;
    const QPointF corner = sign.center - QPointF(sign.size, sign.size) / 2;
    const QByteArray ink = color(sign.ink, m_faded || sign.faded);
    m_out += "<use href=\"#" + m_prefix + "sign-" + QByteArray(signName(sign.sign).data()) +
             "\" transform=\"translate(" + svgPoint(corner) + ") scale(" +
             QByteArray::number(scale, 'g', 4) + ")\" fill=\"" + ink + "\" stroke=\"" + ink +
             "\"/>\n";
}

void SvgWriter::writeText(const DrawText& text)
{
    const double factor = text.size / textPixelSize(text.style);
    const QString shown = elidedText(text.text, text.style, text.rect.width() / factor);
    const QPointF anchor = baseLineAnchor(text);
    m_out += "<text class=\"" + svgTextClass(text.style) + "\" x=\"" + svgNumber(anchor.x()) +
             "\" y=\"" + svgNumber(anchor.y()) + "\" fill=\"" + color(text.ink) + '"';
    if (text.align == Qt::AlignRight)
        m_out += " text-anchor=\"end\"";
    else if (text.align == Qt::AlignHCenter)
        m_out += " text-anchor=\"middle\"";
    if (factor != 1)
        m_out += " style=\"font-size:" + svgNumber(text.size) + "px\"";
    // A viewer with other fonts keeps to the room that was measured with ours.
    if (shown.size() > 1)
        m_out += " textLength=\"" + svgNumber(textWidth(shown, text.style) * factor) +
                 "\" lengthAdjust=\"spacingAndGlyphs\"";
    m_out += ">" + xmlText(shown) + "</text>\n";
}

} // namespace cadastre

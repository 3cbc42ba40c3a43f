// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/svg_writer.h"

#include "diagram/line_end.h"
#include "diagram/table_text.h"
#include "diagram/vector_shapes.h"
#include "diagram/xml_text.h"

#include <array>
#include <set>

namespace cadastre {

namespace {

constexpr std::array<const char*, textStyleCount> styleClasses{
    "title", "subtitle", "column", "key-column",  "type",
    "group", "count",    "legend", "legend-title"};

} // namespace

QByteArray svgTextClass(TextStyle style)
{
    return styleClasses[static_cast<std::size_t>(style)];
}

QByteArray svgPathData(const QPainterPath& path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.type == QPainterPath::MoveToElement)
            data += 'M';
        else if (element.type == QPainterPath::LineToElement)
            data += 'L';
        else
            data += element.type == QPainterPath::CurveToElement ? 'C' : ' ';
        data += svgPoint(element);
    }
    return data;
}

SvgWriter::SvgWriter(const DiagramScene& scene, const DrawList& list, const Theme& theme)
    : m_scene(scene)
    , m_list(list)
    , m_theme(theme)
{
}

QByteArray SvgWriter::write(const QSizeF& size, const QString& title)
{
    const QRectF& view = m_list.view;
    m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"" +
            svgNumber(size.width()) + "\" height=\"" + svgNumber(size.height()) + "\" viewBox=\"" +
            svgNumber(view.left()) + ' ' + svgNumber(view.top()) + ' ' + svgNumber(view.width()) +
            ' ' + svgNumber(view.height()) + "\" font-family=\"" +
            xmlText(diagramFontFamiliesCss()) + "\">\n";
    if (!title.isEmpty())
        m_out += "<title>" + xmlText(title) + "</title>\n";
    writeStyles();
    writeDefinitions();
    writeRect(view, 0, " fill=\"" + color(Ink::Background) + '"');
    for (const DrawSpan& span : m_list.spans)
        writeSpan(span);
    m_out += "</svg>\n";
    return m_out;
}

void SvgWriter::writeStyles()
{
    // Names of any script stay in their place: they are isolated from the text around them.
    m_out += "<style>text{direction:ltr;unicode-bidi:isolate;white-space:pre}";
    for (int i = 0; i < textStyleCount; ++i) {
        const auto style = static_cast<TextStyle>(i);
        m_out +=
            "." + svgTextClass(style) + "{font-size:" + QByteArray::number(textPixelSize(style)) +
            "px;font-weight:" + (diagramFont(style).weight() > QFont::Normal ? "600" : "400") + "}";
    }
    m_out += "</style>\n";
}

void SvgWriter::writeDefinitions()
{
    std::set<Sign> signs;
    for (const DrawSign& sign : m_list.signs)
        signs.insert(sign.sign);
    std::set<LineEnd> ends;
    for (const DrawLine& line : m_list.lines)
        ends.insert({line.from, line.to});
    ends.erase(LineEnd::None);
    m_out += "<defs>\n";
    for (const Sign sign : signs) {
        const SignOutline& outline = signOutline(sign);
        m_out += "<g id=\"sign-" + QByteArray(signName(sign).data()) +
                 "\" stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\">";
        if (!outline.hollow.isEmpty())
            m_out += "<path stroke=\"none\" fill=\"" + color(Ink::Background) + "\" d=\"" +
                     svgPathData(outline.hollow) + "\"/>";
        if (!outline.stroke.isEmpty())
            m_out += "<path fill=\"none\" d=\"" + svgPathData(outline.stroke) + "\"/>";
        if (!outline.fill.isEmpty())
            m_out += "<path stroke=\"none\" d=\"" + svgPathData(outline.fill) + "\"/>";
        m_out += "</g>\n";
    }
    for (const LineEnd end : ends) {
        const LineEndOutline& outline = lineEndOutline(end);
        m_out += "<g id=\"end-" + QByteArray(lineEndName(end).data()) + "\" stroke-width=\"1.2\">";
        if (!outline.stroke.isEmpty())
            m_out += "<path fill=\"none\" d=\"" + svgPathData(outline.stroke) + "\"/>";
        if (!outline.hollow.isEmpty())
            m_out += "<path fill=\"" + color(Ink::Background) + "\" d=\"" +
                     svgPathData(outline.hollow) + "\"/>";
        m_out += "</g>\n";
    }
    m_out += "</defs>\n";
}

void SvgWriter::openSpan(const DrawSpan& span)
{
    switch (span.kind) {
    case SpanKind::Group:
        openRegion(span.object);
        return;
    case SpanKind::Lines:
        m_out += "<g class=\"lines\" fill=\"none\">\n";
        return;
    case SpanKind::Node: {
        const TableId table = m_scene.graph().nodes[span.object].table;
        const QString key = m_scene.graph().catalog->keyOf(table).toString();
        m_out += "<g class=\"table\" id=\"" + uniqueId(key) + "\" data-key=\"" + xmlText(key) +
                 "\"><title>" + xmlText(nodeText(m_scene.graph(), span.object)) + "</title>\n";
        return;
    }
    case SpanKind::Labels:
        m_out += "<g class=\"labels\">\n";
        return;
    case SpanKind::Legend:
        m_out += "<g class=\"legend\">\n";
        return;
    }
}

void SvgWriter::openRegion(int group)
{
    const RegionFacts& facts = m_scene.regions()[group];
    m_out += "<g class=\"region";
    if (facts.isRegion)
        m_out += facts.isOwned
                     ? " boundary\" data-boundary=\"" + xmlText(m_scene.graph().groups[group].name)
                     : QByteArray(" unowned");
    m_out += "\"><title>" + xmlText(regionText(m_scene.graph(), group)) + "</title>\n";
}

void SvgWriter::writeSpan(const DrawSpan& span)
{
    m_faded = span.faded;
    openSpan(span);
    for (auto i = span.boxes.begin; i < span.boxes.end; ++i)
        writeBox(m_list.boxes[i]);
    for (auto i = span.lines.begin; i < span.lines.end; ++i)
        writeLine(m_list.lines[i]);
    for (auto i = span.signs.begin; i < span.signs.end; ++i)
        writeSign(m_list.signs[i]);
    for (auto i = span.texts.begin; i < span.texts.end; ++i)
        writeText(m_list.texts[i]);
    m_out += "</g>\n";
}

QByteArray SvgWriter::color(Ink ink) const
{
    return m_theme.color(ink, m_faded).name().toLatin1();
}

/// The key with everything but letters, digits, dot and hyphen replaced; numbered where two keys
/// would give the same id.
QByteArray SvgWriter::uniqueId(const QString& key)
{
    QByteArray id = "table-";
    for (const QChar character : key) {
        const bool plain = character.unicode() < 0x80 &&
                           (character.isLetterOrNumber() || character == u'.' || character == u'-');
        id += plain ? character.toLatin1() : '_';
    }
    QByteArray candidate = id;
    for (int number = 2; m_ids.contains(candidate); ++number)
        candidate = id + '-' + QByteArray::number(number);
    m_ids.insert(candidate);
    return candidate;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/svg_writer.h"

#include "diagram/line_end.h"
#include "diagram/svg_styles.h"
#include "diagram/table_text.h"
#include "diagram/vector_shapes.h"
#include "diagram/xml_text.h"

#include <set>

namespace cadastre {

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
    m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    writeElement(size, title);
    return m_out;
}

QByteArray SvgWriter::writeEmbedded(const QSizeF& size, const QString& title,
                                    const SvgEmbedding& embedding)
{
    m_out.clear();
    m_embedding = &embedding;
    m_prefix = embedding.idPrefix;
    writeElement(size, title);
    m_embedding = nullptr;
    return m_out;
}

void SvgWriter::writeElement(const QSizeF& size, const QString& title)
{
    const QRectF& view = m_list.view;
    m_out += "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"" +
             svgNumber(size.width()) + "\" height=\"" + svgNumber(size.height()) + "\" viewBox=\"" +
             svgNumber(view.left()) + ' ' + svgNumber(view.top()) + ' ' + svgNumber(view.width()) +
             ' ' + svgNumber(view.height()) + "\" font-family=\"" +
             xmlText(diagramFontFamiliesCss()) + "\">\n";
    if (!title.isEmpty())
        m_out += "<title>" + xmlText(title) + "</title>\n";
    if (m_embedding == nullptr)
        writeStyles();
    writeDefinitions();
    writeRect(view, 0, " fill=\"" + color(Ink::Background) + '"');
    for (const DrawSpan& span : m_list.spans)
        writeSpan(span);
    m_out += "</svg>\n";
}

void SvgWriter::writeStyles()
{
    m_out += "<style>" + svgTextStyles({}) + "</style>\n";
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
        m_out += "<g id=\"" + m_prefix + "sign-" + QByteArray(signName(sign).data()) +
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
        m_out += "<g id=\"" + m_prefix + "end-" + QByteArray(lineEndName(end).data()) +
                 "\" stroke-width=\"1.2\">";
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
    case SpanKind::Node:
        if (const QString section = sectionOf(span); !section.isEmpty())
            m_out += "<a href=\"#" + xmlText(section) + "\">";
        openNode(span.object);
        return;
    case SpanKind::Labels:
        m_out += "<g class=\"labels\">\n";
        return;
    case SpanKind::Legend:
        m_out += "<g class=\"legend\">\n";
        return;
    }
}

void SvgWriter::openNode(int node)
{
    const TableId table = m_scene.graph().nodes[node].table;
    const QString key = m_scene.graph().catalog->keyOf(table).toString();
    m_out += "<g class=\"table\" id=\"" + m_prefix + uniqueId(key) + "\" data-key=\"" +
             xmlText(key) + "\"><title>" + xmlText(nodeText(m_scene.graph(), node)) + "</title>\n";
}

/// Of the table of a span, on the page that the picture is in.
QString SvgWriter::sectionOf(const DrawSpan& span) const
{
    const bool leads = m_embedding != nullptr && span.kind == SpanKind::Node;
    return leads ? m_embedding->anchorOf(m_scene.graph().nodes[span.object].table) : QString();
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
    m_out += sectionOf(span).isEmpty() ? "</g>\n" : "</g></a>\n";
}

QByteArray SvgWriter::color(Ink ink, bool faded) const
{
    if (m_embedding == nullptr)
        return m_theme.color(ink, faded).name().toLatin1();
    return svgInkVariable(ink, faded);
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

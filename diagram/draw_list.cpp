// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/draw_list.h"

#include "diagram/draw_builder.h"

namespace cadastre {

DetailLevel detailLevelAt(double scale)
{
    if (scale < 0.03)
        return DetailLevel::Regions;
    if (scale < 0.10)
        return DetailLevel::Blocks;
    return scale < 0.40 ? DetailLevel::Titles : DetailLevel::Rows;
}

DrawList buildDrawList(const DiagramScene& scene, const EmphasisMap& emphasis,
                       const DrawOptions& options)
{
    return DrawBuilder(scene, emphasis, options).build();
}

DrawBuilder::DrawBuilder(const DiagramScene& scene, const EmphasisMap& emphasis,
                         const DrawOptions& options)
    : m_scene(scene)
    , m_emphasis(emphasis)
    , m_options(options)
    , m_comments(options.comments && options.comments->names.areOf(scene.graph().catalog.get())
                     ? options.comments.get()
                     : nullptr)
{
    m_list.scale = options.scale;
    m_list.view = options.view;
    m_list.level = options.everything ? DetailLevel::Rows
                                      : options.level.value_or(detailLevelAt(options.scale));
    // A picture without groups has nothing to show instead of its tables.
    if (m_list.level == DetailLevel::Regions && !scene.isEmpty() && graph().groups.size() < 2)
        m_list.level = DetailLevel::Blocks;
}

DrawList DrawBuilder::build() &&
{
    if (m_scene.isEmpty())
        return std::move(m_list);
    m_visible = m_scene.nodesIn(m_options.view);
    m_isVisible.assign(graph().nodes.size(), 0);
    for (const int node : m_visible)
        m_isVisible[node] = 1;
    placeRegionLabels();
    addRegions();
    if (bundles())
        addRibbons();
    if (m_list.level != DetailLevel::Regions)
        addLines();
    // What is in focus lies above what is faded, and no line runs over what is to be read.
    const bool showsNodes = m_list.level != DetailLevel::Regions;
    if (showsNodes)
        addNodes(true);
    addHighlightedLines();
    if (showsNodes)
        addNodes(false);
    addRibbonCounts();
    addRegionLabels();
    return std::move(m_list);
}

void DrawBuilder::beginSpan(SpanKind kind, int object, bool faded)
{
    DrawSpan span;
    span.kind = kind;
    span.object = object;
    span.faded = faded;
    span.boxes.begin = std::uint32_t(m_list.boxes.size());
    span.lines.begin = std::uint32_t(m_list.lines.size());
    span.signs.begin = std::uint32_t(m_list.signs.size());
    span.texts.begin = std::uint32_t(m_list.texts.size());
    m_list.spans.push_back(span);
}

void DrawBuilder::endSpan()
{
    DrawSpan& span = m_list.spans.back();
    span.boxes.end = std::uint32_t(m_list.boxes.size());
    span.lines.end = std::uint32_t(m_list.lines.size());
    span.signs.end = std::uint32_t(m_list.signs.size());
    span.texts.end = std::uint32_t(m_list.texts.size());
}

void DrawBuilder::addText(const QRectF& rect, const QString& text, TextStyle style, Ink ink,
                          Qt::AlignmentFlag align, double size)
{
    if (!text.isEmpty())
        m_list.texts.push_back(
            {rect, text, style, ink, align, size > 0 ? size : textPixelSize(style)});
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/line_legend.h"

#include "diagram/legend.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

constexpr double sheetPadding = 10;
constexpr double sheetLine = 20;

struct ShownLines
{
    std::set<LineLook> looks;
    std::set<Sign> signs;
};

bool isUndecided(const DiagramGraph& graph, const DiagramEdge& edge)
{
    return edge.crossing >= 0 && graph.boundaries->crossings[edge.crossing].isViolation();
}

ShownLines shownLines(const DiagramScene& scene)
{
    ShownLines shown;
    const DiagramGraph& graph = scene.graph();
    const Catalog& catalog = *graph.catalog;
    const bool several = catalog.objects().sources.size() > 1;
    for (int index = 0; index < int(graph.edges.size()); ++index) {
        const DiagramEdge& edge = graph.edges[index];
        if (edge.crosses && scene.isShown(index))
            shown.signs.insert(isUndecided(graph, edge) ? Sign::UndecidedGate : Sign::Gate);
        if (edge.kind != EdgeKind::Relationship || !scene.isShown(index))
            continue;
        shown.looks.insert(lineLookOf(edge));
        if (edge.arc >= 0)
            shown.looks.insert(LineLook::Arc);
        if (edge.polymorphic)
            shown.signs.insert(Sign::OneOfSeveral);
        if (edge.subtype)
            shown.signs.insert(Sign::KindOf);
        if (several && catalog.sourceOf(graph.nodes[edge.from].table) !=
                           catalog.sourceOf(graph.nodes[edge.to].table))
            shown.signs.insert(Sign::OtherDatabase);
    }
    return shown;
}

/// Puts a sheet together, line by line.
class SheetBuilder
{
public:
    SheetBuilder() { m_list.boxes.push_back({{}, BoxLook::TableFrame, Ink::Box}); }

    void addTitle(bool folded)
    {
        addArrow({sheetPadding + 5, m_y + sheetLine / 2}, folded);
        addText(sheetPadding + 14, QStringLiteral("Lines"), TextStyle::LegendTitle, 13);
    }
    void add(LineLook look)
    {
        addLegendLine(m_list, look, {sheetPadding, m_y + sheetLine / 2});
        addText(sheetPadding + legendIconWidth, lineStyle(look).meaning, TextStyle::Legend);
    }
    void add(Sign sign)
    {
        const double middle = sheetPadding + (legendIconWidth - 10) / 2;
        m_list.signs.push_back({{middle, m_y + sheetLine / 2}, 13, sign, Ink::Edge});
        addText(sheetPadding + legendIconWidth, signMeaning(sign), TextStyle::Legend);
    }
    [[nodiscard]] DrawList finished()
    {
        m_list.view = {0, 0, m_right + sheetPadding, m_y + sheetPadding / 2};
        m_list.boxes.front().rect = m_list.view;
        DrawSpan span;
        span.kind = SpanKind::Legend;
        span.boxes.end = std::uint32_t(m_list.boxes.size());
        span.lines.end = std::uint32_t(m_list.lines.size());
        span.signs.end = std::uint32_t(m_list.signs.size());
        span.texts.end = std::uint32_t(m_list.texts.size());
        m_list.spans.push_back(span);
        return std::move(m_list);
    }

private:
    /// To the right while there is something to open, down while it is open.
    void addArrow(QPointF middle, bool folded)
    {
        DrawLine line;
        line.ink = Ink::Text;
        line.width = 1.6;
        line.firstPoint = std::uint32_t(m_list.points.size());
        for (const QPointF& point : {QPointF(-2, -4), QPointF(2.5, 0), QPointF(-2, 4)})
            m_list.points.push_back(middle + (folded ? point : QPointF(point.y(), point.x() + 1)));
        line.pointCount = 3;
        m_list.lines.push_back(line);
    }
    void addText(double left, const QString& text, TextStyle style, double size = 0)
    {
        const double usual = textPixelSize(style);
        const double used = size > 0 ? size : usual;
        const double wide = textWidth(text, style) * used / usual + 4;
        m_list.texts.push_back(
            {QRectF(left, m_y, wide, sheetLine), text, style, Ink::Text, Qt::AlignLeft, used});
        m_right = std::max(m_right, left + wide);
        m_y += sheetLine;
    }

    DrawList m_list;
    double m_y = sheetPadding / 2;
    double m_right = 0;
};

} // namespace

LineLegend lineLegend(const DiagramScene& scene, bool folded)
{
    LineLegend legend;
    if (scene.isEmpty())
        return legend;
    const ShownLines shown = shownLines(scene);
    const bool allDeclared =
        shown.looks.empty() ||
        (shown.looks.size() == 1 && *shown.looks.begin() == LineLook::Relationship);
    if (allDeclared && shown.signs.empty())
        return legend;
    SheetBuilder sheet;
    sheet.addTitle(folded);
    for (const LineLook look : shown.looks) {
        legend.words << lineStyle(look).meaning;
        if (!folded)
            sheet.add(look);
    }
    for (const Sign sign : shown.signs) {
        legend.words << signMeaning(sign);
        if (!folded)
            sheet.add(sign);
    }
    legend.list = sheet.finished();
    return legend;
}

} // namespace cadastre

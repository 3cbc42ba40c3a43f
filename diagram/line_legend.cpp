// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/line_legend.h"

#include "diagram/legend.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

constexpr double sheetPadding = 10;
constexpr double sheetLine = 22;

struct ShownLines
{
    std::set<LineLook> looks;
    std::set<Sign> signs;
};

ShownLines shownLines(const DiagramScene& scene)
{
    ShownLines shown;
    const DiagramGraph& graph = scene.graph();
    const Catalog& catalog = *graph.catalog;
    const bool several = catalog.objects().sources.size() > 1;
    for (int index = 0; index < int(graph.edges.size()); ++index) {
        const DiagramEdge& edge = graph.edges[index];
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

} // namespace

LineLegend lineLegend(const DiagramScene& scene)
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
    DrawList& list = legend.list;
    list.boxes.push_back({{}, BoxLook::TableFrame, Ink::Background, Ink::Border});
    double width = 0;
    double y = sheetPadding;
    const auto addWords = [&](const QString& words) {
        const double size = textPixelSize(TextStyle::Legend);
        const double wide = textWidth(words, TextStyle::Legend) + 4;
        list.texts.push_back({QRectF(sheetPadding + legendIconWidth, y, wide, sheetLine), words,
                              TextStyle::Legend, Ink::Text, Qt::AlignLeft, size});
        width = std::max(width, wide);
        legend.words << words;
        y += sheetLine;
    };
    for (const LineLook look : shown.looks) {
        addLegendLine(list, look, {sheetPadding, y + sheetLine / 2});
        addWords(lineStyle(look).meaning);
    }
    for (const Sign sign : shown.signs) {
        list.signs.push_back(
            {{sheetPadding + legendIconWidth / 2 - 5, y + sheetLine / 2}, 13, sign, Ink::Edge});
        addWords(signMeaning(sign));
    }
    list.view = {0, 0, width + legendIconWidth + 2 * sheetPadding, y + sheetPadding};
    list.boxes.front().rect = list.view;
    DrawSpan span;
    span.kind = SpanKind::Legend;
    span.boxes.end = std::uint32_t(list.boxes.size());
    span.lines.end = std::uint32_t(list.lines.size());
    span.signs.end = std::uint32_t(list.signs.size());
    span.texts.end = std::uint32_t(list.texts.size());
    list.spans.push_back(span);
    return legend;
}

} // namespace cadastre

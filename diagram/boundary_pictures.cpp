// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/boundary_pictures.h"

#include "diagram/draw_list.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/graph_crossings.h"
#include "diagram/legend.h"
#include "diagram/svg_writer.h"
#include "model/catalog/containment.h"

#include <QTransform>

#include <algorithm>

namespace cadastre {

namespace {

constexpr double mapWidth = 1100; ///< pixels of a map at scale 1
constexpr double mapMargin = 16;

Error nothingToDraw(const QString& name)
{
    return {QStringLiteral("There is no table of \"%1\" to draw.").arg(name), {}};
}

/// In screen pixels, in which the SVG writer thinks of widths and corners.
DrawList screenSized(DrawList list)
{
    const QTransform scaled = QTransform::fromScale(list.scale, list.scale);
    for (DrawBox& box : list.boxes)
        box.rect = scaled.mapRect(box.rect);
    for (DrawText& text : list.texts) {
        text.rect = scaled.mapRect(text.rect);
        text.size *= list.scale;
    }
    for (DrawSign& sign : list.signs) {
        sign.center = scaled.map(sign.center);
        sign.size *= list.scale;
    }
    for (QPointF& point : list.points)
        point = scaled.map(point);
    list.view = scaled.mapRect(list.view);
    list.scale = 1;
    return list;
}

DiagramGraph boundaryGraph(const BoundaryDrawing& drawing,
                           std::optional<std::vector<TableId>> tables)
{
    GraphOptions options;
    options.boundaries = drawing.picture;
    options.tables = std::move(tables);
    return buildGraph(drawing.catalog, drawing.relationships, options, diagramBoxMetrics());
}

} // namespace

std::vector<TableId> boundaryNeighbourhood(const Catalog& catalog, const Ownership& ownership,
                                           const std::vector<JudgedCrossing>& crossings,
                                           BoundaryIndex boundary)
{
    const auto isOwn = [&](BoundaryIndex other) {
        return other >= 0 && (other == boundary || ownership.parents[other] == boundary);
    };
    std::vector<TableId> tables;
    for (int i = 0; i < static_cast<int>(ownership.ofTables.size()); ++i) {
        if (isOwn(ownership.ofTables[i]) && !catalog.table(TableId{i}).system)
            tables.push_back(TableId{i});
    }
    for (const JudgedCrossing& judged : crossings) {
        const Crossing& crossing = judged.crossing;
        if (isOwn(crossing.fromBoundary) == isOwn(crossing.intoBoundary))
            continue;
        for (const ObjectRef end : {crossing.from, crossing.into})
            if (const auto table = tableHolding(catalog, end))
                tables.push_back(*table);
    }
    std::sort(tables.begin(), tables.end());
    tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
    return tables;
}

Result<QByteArray> renderBoundarySvg(const BoundaryDrawing& drawing, BoundaryIndex boundary,
                                     const RenderOptions& options,
                                     const std::atomic_bool& cancelled)
{
    const Ownership& ownership = drawing.picture->ownership;
    std::vector<TableId> tables =
        boundaryNeighbourhood(*drawing.catalog, ownership, drawing.picture->crossings, boundary);
    if (tables.empty())
        return nothingToDraw(ownership.names[boundary]);
    const DiagramGraph graph = boundaryGraph(drawing, std::move(tables));
    return renderSvg(
        graph, layoutDiagram(graph, {}, LayoutReason::First, drawing.layout, cancelled), options);
}

Result<QByteArray> renderBoundaryMapSvg(const BoundaryDrawing& drawing,
                                        const RenderOptions& options,
                                        const std::atomic_bool& cancelled)
{
    auto graph = std::make_shared<const DiagramGraph>(boundaryGraph(drawing, std::nullopt));
    if (graph->groups.size() < 2)
        return nothingToDraw(QStringLiteral("boundaries"));
    DiagramLayout layout =
        layoutDiagram(*graph, {}, LayoutReason::First, drawing.layout, cancelled);
    DiagramScene scene(graph, std::move(layout), nullptr, Routing::Quick);
    scene.setFilter(options.filter);
    const QRectF bounds = scene.layout().bounds;
    DrawOptions draw;
    draw.scale = mapWidth / std::max(bounds.width(), 1.0);
    draw.level = DetailLevel::Regions;
    const double margin = mapMargin / draw.scale;
    draw.view = bounds.adjusted(-margin, -margin, margin, margin);
    draw.showViewDependencies = options.showViewDependencies;
    DrawList list = screenSized(buildDrawList(scene, {}, draw));
    if (options.legend)
        addLegend(list, {}, {});
    return SvgWriter(scene, list, Theme::of(options.dark))
        .write(list.view.size() * options.scale, options.title);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What one frame of the diagram costs: CPU of draw list and raster together, from the whole picture
// to 100 %, at two screen sizes and two pixel ratios, grouped by schemas and by boundaries whose
// crossings are judged; what the minimap adds to a frame on the screen; and what the scene keeps in
// memory.
#include "diagram/canvas.h"
#include "diagram/draw_list.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/overview.h"
#include "diagram/raster.h"
#include "tests/bench/bench.h"
#include "tests/support/synthetic_catalog.h"
#include "widgets/minimap.h"

#include <malloc.h>

#include <ctime>

namespace cadastre {

namespace {

struct View
{
    QString name;
    double scale;
    QSize size; ///< screen pixels
    double pixelRatio;
};

double cpuMilliseconds()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

double allocatedKib()
{
    return double(mallinfo2().uordblks) / 1024;
}

std::vector<View> views(const QRectF& bounds)
{
    std::vector<View> result;
    for (const auto& [size, ratio] :
         {std::pair(QSize(1280, 800), 1.0), std::pair(QSize(2560, 1440), 1.0),
          std::pair(QSize(1280, 800), 2.0)}) {
        const double fit =
            std::min(size.width() / bounds.width(), size.height() / bounds.height()) * 0.96;
        result.push_back({QStringLiteral("fit"), std::min(fit, 1.0), size, ratio});
        result.push_back({QStringLiteral("blocks"), 0.05, size, ratio});
        result.push_back({QStringLiteral("medium"), 0.2, size, ratio});
        result.push_back({QStringLiteral("all rows"), 0.41, size, ratio});
        result.push_back({QStringLiteral("100 %"), 1.0, size, ratio});
    }
    return result;
}

/// Neighbours by id have one owner; every fiftieth table has none, every twentieth is a contract.
/// All foreign keys that cross are judged, two thirds of them to be decided.
std::shared_ptr<const BoundaryPicture>
boundariesOf(const Catalog& catalog, const std::vector<Relationship>& relationships, int count)
{
    auto picture = std::make_shared<BoundaryPicture>();
    Ownership& ownership = picture->ownership;
    for (int i = 0; i < count; ++i) {
        ownership.names.push_back(QStringLiteral("service %1").arg(i, 4, 10, QLatin1Char('0')));
        ownership.parents.push_back(-1);
        picture->boundaries.entries[ownership.names.back()].owner =
            QStringLiteral("Team %1").arg(i / 3);
    }
    const int tables = int(catalog.objects().tables.size());
    ownership.exposures.resize(std::size_t(tables));
    for (int table = 0; table < tables; ++table) {
        ownership.ofTables.push_back(table % 50 == 49 ? -1 : table * count / tables);
        if (table % 20 == 7)
            ownership.exposures[std::size_t(table)] = {
                Exposure::Contract, QStringLiteral("v1"), {}};
    }
    for (const Relationship& relationship : relationships) {
        JudgedCrossing judged;
        const TableId parent = relationship.targets.front().table;
        judged.crossing.fromBoundary = ownership.ofTables[std::size_t(relationship.child.index)];
        judged.crossing.intoBoundary = ownership.ofTables[std::size_t(parent.index)];
        if (judged.crossing.fromBoundary < 0 || judged.crossing.intoBoundary < 0 ||
            judged.crossing.fromBoundary == judged.crossing.intoBoundary)
            continue;
        judged.crossing.from = *relationship.constraint;
        judged.crossing.into = parent;
        judged.state =
            picture->crossings.size() % 3 == 0 ? CrossingState::Decided : CrossingState::Undecided;
        picture->crossings.push_back(judged);
    }
    return picture;
}

int boundaryCount(const DiagramGraph& graph)
{
    return graph.boundaries ? int(graph.boundaries->ownership.names.size()) : 0;
}

void measureView(RasterPainter& painter, const DiagramScene& scene, const View& view)
{
    constexpr int repetitions = 20;
    DrawOptions options;
    options.scale = view.scale;
    options.view = QRectF(QPointF(), QSizeF(view.size) / view.scale);
    options.view.moveCenter(scene.layout().bounds.center());
    QImage image(view.size * view.pixelRatio, QImage::Format_RGB32);
    const auto frame = [&] {
        painter.paint(image, buildDrawList(scene, {}, options), Theme::light(), view.pixelRatio);
    };
    frame(); // shapes the texts
    const double begin = cpuMilliseconds();
    for (int i = 0; i < repetitions; ++i)
        frame();
    bench::printRow({QString::number(scene.graph().nodes.size()),
                     QString::number(scene.graph().edges.size()),
                     QString::number(boundaryCount(scene.graph())), view.name,
                     QStringLiteral("%1x%2").arg(view.size.width()).arg(view.size.height()),
                     QString::number(view.pixelRatio),
                     bench::number((cpuMilliseconds() - begin) / repetitions)});
}

/// The picture of the minimap: made when the diagram changes, not per frame.
void measureOverview(const DiagramScene& scene)
{
    constexpr int repetitions = 20;
    constexpr QSize size(210, 150);
    const double begin = cpuMilliseconds();
    for (int i = 0; i < repetitions; ++i)
        (void)paintOverview(scene, size, 1, Theme::light());
    bench::printRow(
        {QString::number(scene.graph().nodes.size()), QString::number(scene.graph().edges.size()),
         QString::number(boundaryCount(scene.graph())), QStringLiteral("minimap"),
         QStringLiteral("%1x%2").arg(size.width()).arg(size.height()), QStringLiteral("1"),
         bench::number((cpuMilliseconds() - begin) / repetitions)});
}

/// What the window's own thread paints of a frame that is ready: with the minimap, without it, and
/// with every table marked in it.
void measureMinimap(const std::shared_ptr<DiagramScene>& scene, QSize size)
{
    constexpr int repetitions = 20;
    Canvas canvas;
    canvas.resize(size);
    canvas.setScene(scene);
    canvas.show();
    canvas.zoomTo100();
    auto* minimap = new Minimap(&canvas);
    const auto measure = [&](const QString& view) {
        (void)canvas.grab(); // paints what is kept
        const double begin = cpuMilliseconds();
        for (int i = 0; i < repetitions; ++i)
            (void)canvas.grab();
        bench::printRow({QString::number(scene->graph().nodes.size()),
                         QString::number(scene->graph().edges.size()),
                         QString::number(boundaryCount(scene->graph())), view,
                         QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
                         QStringLiteral("1"),
                         bench::number((cpuMilliseconds() - begin) / repetitions)});
    };
    std::vector<TableId> all;
    for (const DiagramNode& node : scene->graph().nodes)
        all.push_back(node.table);
    for (const bool everything : {false, true}) {
        canvas.selectTables(everything ? all : std::vector<TableId>());
        const QString selected = everything ? QStringLiteral(", all selected") : QString();
        minimap->setWanted(false);
        measure(QString(QStringLiteral("shown again") + selected));
        minimap->setWanted(true);
        measure(QString(QStringLiteral("the same with minimap") + selected));
    }
}

void measureTables(RasterPainter& painter, int tables, int boundaries)
{
    const auto catalog = test::syntheticCatalog(tables);
    const auto relationships =
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*catalog));
    GraphOptions graphOptions;
    if (boundaries > 0)
        graphOptions.boundaries = boundariesOf(*catalog, *relationships, boundaries);
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    const double before = allocatedKib();
    const auto graph = std::make_shared<const DiagramGraph>(
        buildGraph(catalog, relationships, graphOptions, diagramBoxMetrics()));
    DiagramLayout layout = layoutDiagram(*graph, {}, LayoutReason::First, options, false);
    const auto kept = std::make_shared<DiagramScene>(
        graph, std::move(layout),
        std::make_shared<const LensResult>(lensByName({})->apply(*graph)));
    const DiagramScene& scene = *kept;
    const double kib = (allocatedKib() - before) / tables;
    for (const View& view : views(scene.layout().bounds))
        measureView(painter, scene, view);
    measureOverview(scene);
    for (const QSize size : {QSize(1280, 800), QSize(2560, 1440)})
        measureMinimap(kept, size);
    bench::print(QStringLiteral("\n%1 tables: %2 KiB of memory per table\n")
                     .arg(tables)
                     .arg(bench::number(kib)));
}

void measureFrames(const bench::BenchOptions& options)
{
    RasterPainter painter;
    for (const int tables : options.sizes) {
        for (const int boundaries : {0, 100}) {
            bench::printHead({QStringLiteral("tables"), QStringLiteral("lines"),
                              QStringLiteral("boundaries"), QStringLiteral("view"),
                              QStringLiteral("screen"), QStringLiteral("pixel ratio"),
                              QStringLiteral("CPU ms per frame")});
            measureTables(painter, tables, boundaries);
        }
    }
}

} // namespace

BenchSection framesSection()
{
    return {QStringLiteral("frames"), QStringLiteral("painting the diagram"), measureFrames};
}

} // namespace cadastre

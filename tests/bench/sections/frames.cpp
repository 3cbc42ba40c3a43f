// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What one frame of the diagram costs: CPU of draw list and raster together, from the whole picture
// to 100 %, at two screen sizes and two pixel ratios; and what the scene keeps in memory.
#include "diagram/draw_list.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/raster.h"
#include "tests/bench/bench.h"
#include "tests/support/synthetic_catalog.h"

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
                     QString::number(scene.graph().edges.size()), view.name,
                     QStringLiteral("%1x%2").arg(view.size.width()).arg(view.size.height()),
                     QString::number(view.pixelRatio),
                     bench::number((cpuMilliseconds() - begin) / repetitions)});
}

void measureTables(RasterPainter& painter, int tables)
{
    const auto catalog = test::syntheticCatalog(tables);
    const auto relationships =
        std::make_shared<const std::vector<Relationship>>(declaredRelationships(*catalog));
    LayoutOptions options;
    options.workerProgram = QStringLiteral(CADASTRE_LAYOUT_WORKER);
    const double before = allocatedKib();
    const auto graph = std::make_shared<const DiagramGraph>(
        buildGraph(catalog, relationships, {}, diagramBoxMetrics()));
    DiagramLayout layout = layoutDiagram(*graph, {}, LayoutReason::First, options, false);
    const DiagramScene scene(graph, std::move(layout),
                             std::make_shared<const LensResult>(lensByName({})->apply(*graph)));
    const double kib = (allocatedKib() - before) / tables;
    for (const View& view : views(scene.layout().bounds))
        measureView(painter, scene, view);
    bench::print(QStringLiteral("\n%1 tables: %2 KiB of memory per table\n")
                     .arg(tables)
                     .arg(bench::number(kib)));
}

void measureFrames(const bench::BenchOptions& options)
{
    RasterPainter painter;
    for (const int tables : options.sizes) {
        bench::printHead({QStringLiteral("tables"), QStringLiteral("lines"), QStringLiteral("view"),
                          QStringLiteral("screen"), QStringLiteral("pixel ratio"),
                          QStringLiteral("CPU ms per frame")});
        measureTables(painter, tables);
    }
}

} // namespace

BenchSection framesSection()
{
    return {QStringLiteral("frames"), QStringLiteral("painting the diagram"), measureFrames};
}

} // namespace cadastre

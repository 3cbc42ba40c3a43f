// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What one frame costs: draw list and raster, at fit, medium and 100 %, at pixel ratios 1 and 2.
// Prints a table; with --pictures FOLDER also writes the frames as PNG to be looked at.
#include "diagram/draw_list.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/raster.h"
#include "tests/support/grid_layout.h"
#include "tests/support/synthetic_catalog.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

#include <ctime>

using namespace cadastre;

namespace {

double cpuMilliseconds()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

struct Setting
{
    QString name;
    double scale;
    QSize size;
    double pixelRatio;
    bool dark;
};

std::vector<Setting> settings(const QRectF& bounds)
{
    std::vector<Setting> result;
    for (const auto& [size, ratio] :
         {std::pair(QSize(1280, 800), 1.0), std::pair(QSize(2560, 1440), 1.0),
          std::pair(QSize(1280, 800), 2.0)}) {
        const double fit =
            std::min(size.width() / bounds.width(), size.height() / bounds.height()) * 0.96;
        result.push_back({QStringLiteral("fit"), std::min(fit, 1.0), size, ratio, false});
        result.push_back({QStringLiteral("blocks"), 0.06, size, ratio, true});
        result.push_back({QStringLiteral("medium"), 0.2, size, ratio, false});
        result.push_back({QStringLiteral("rows"), 0.41, size, ratio, true});
        result.push_back({QStringLiteral("100"), 1.0, size, ratio, false});
    }
    return result;
}

void measure(QTextStream& out, RasterPainter& painter, const DiagramScene& scene,
             const Setting& setting, const QString& folder)
{
    DrawOptions options;
    options.scale = setting.scale;
    options.view = QRectF(QPointF(), QSizeF(setting.size) / setting.scale);
    options.view.moveCenter(scene.layout().bounds.center());
    QImage image(setting.size * setting.pixelRatio, QImage::Format_RGB32);
    const Theme& theme = Theme::of(setting.dark);
    painter.paint(image, buildDrawList(scene, {}, options), theme, setting.pixelRatio);
    constexpr int repetitions = 20;
    double listMs = 0;
    const double begin = cpuMilliseconds();
    DrawList list;
    for (int i = 0; i < repetitions; ++i) {
        const double beforeList = cpuMilliseconds();
        list = buildDrawList(scene, {}, options);
        listMs += cpuMilliseconds() - beforeList;
        painter.paint(image, list, theme, setting.pixelRatio);
    }
    const double total = (cpuMilliseconds() - begin) / repetitions;
    out << scene.graph().nodes.size() << '\t' << setting.name << '\t' << setting.size.width() << 'x'
        << setting.size.height() << '@' << setting.pixelRatio << '\t' << listMs / repetitions
        << '\t' << total << '\t' << list.boxes.size() << '\t' << list.lines.size() << '\t'
        << list.texts.size() << '\n';
    out.flush();
    if (!folder.isEmpty())
        image.save(QStringLiteral("%1/%2-%3-%4@%5.png")
                       .arg(folder)
                       .arg(scene.graph().nodes.size())
                       .arg(setting.name)
                       .arg(setting.size.width())
                       .arg(setting.pixelRatio));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const qsizetype option = arguments.indexOf(QStringLiteral("--pictures"));
    const QString folder = option > 0 ? arguments.value(option + 1) : QString();
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(2);
    out << "tables\tview\tsize\tlist_ms\tframe_ms\tboxes\tlines\ttexts\n";
    RasterPainter painter;
    for (const int tables : {100, 1000, 10000}) {
        const auto catalog = test::syntheticCatalog(tables);
        const auto graph = std::make_shared<const DiagramGraph>(
            buildGraph(catalog, declaredRelationships(*catalog), {}, diagramBoxMetrics()));
        const auto lens = std::make_shared<const LensResult>(lensByName({})->apply(*graph));
        const DiagramScene scene(graph, test::gridLayout(*graph), lens);
        for (const Setting& setting : settings(scene.layout().bounds))
            measure(out, painter, scene, setting, folder);
    }
    return 0;
}

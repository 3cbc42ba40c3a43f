// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre diagram: the picture of a database as SVG, PNG, PDF or DOT, or as text in a language of
// diagrams.
#include "app/cli/boundaries/drawn.h"
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "app/cli/saved_views.h"
#include "app/schema_files.h"
#include "diagram/boundary_pictures.h"
#include "diagram/fonts.h"
#include "diagram/graph_builder.h"
#include "diagram/render.h"
#include "diagram/schema_text.h"
#include "model/relations/inference.h"

#include <QFileInfo>

#include <algorithm>

namespace cadastre {

namespace {

struct Format
{
    QString name;
    Result<QByteArray> (*render)(const DiagramGraph&, const DiagramLayout&,
                                 const RenderOptions&) = nullptr;
    SchemaLanguage language = SchemaLanguage::Mermaid; ///< where nothing is rendered
};

const QString formatNames = QStringLiteral("svg, png, pdf, dot, mermaid, plantuml or dbml");

const std::vector<Format>& formats()
{
    static const std::vector<Format> list{{QStringLiteral("svg"), renderSvg},
                                          {QStringLiteral("png"), renderPng},
                                          {QStringLiteral("pdf"), renderPdf},
                                          {QStringLiteral("dot"), renderDot}};
    return list;
}

const std::vector<OptionSpec>& options()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("-o"), QStringLiteral("FILE"),
         QStringLiteral("where to write the picture; - is standard output")},
        {QStringLiteral("--format"), QStringLiteral("FORMAT"),
         QStringLiteral(
             "svg, png, pdf, dot, mermaid, plantuml or dbml; default: the file's ending")},
        {QStringLiteral("--focus"), QStringLiteral("TABLE"),
         QStringLiteral("only this table and what is near it")},
        {QStringLiteral("--depth"), QStringLiteral("N"),
         QStringLiteral("how many steps are near (1 to 4, default 1)")},
        {QStringLiteral("--view"), QStringLiteral("NAME"),
         QStringLiteral("what this saved view of the workspace shows, as it shows it")},
        {QStringLiteral("--boundary"), QStringLiteral("NAME"),
         QStringLiteral(
             "only what this boundary of the workspace owns, and what is linked with it")},
        {QStringLiteral("--min-confidence"), QStringLiteral("X"),
         QStringLiteral("leave out relationships that are less certain (0 to 1, default 0.5)")},
        {QStringLiteral("--declared"), QString(),
         QStringLiteral("only the relationships that foreign keys declare")},
        {QStringLiteral("--dark"), QString(), QStringLiteral("light on dark")},
        {QStringLiteral("--scale"), QStringLiteral("X"),
         QStringLiteral("size of the picture (0.01 to 16, default 1)")},
    };
    return specs;
}

Result<Format> formatOf(const Arguments& arguments)
{
    const QString file = arguments.value(QStringLiteral("-o"));
    QString name = arguments.value(QStringLiteral("--format"));
    if (name.isEmpty())
        name = QFileInfo(file).suffix().toLower();
    if (name.isEmpty())
        return Error{QStringLiteral("The format is missing: --format %1.").arg(formatNames), {}};
    if (const auto language = schemaLanguage(name))
        return Format{name, nullptr, *language};
    const auto found = std::ranges::find(formats(), name, &Format::name);
    if (found == formats().end())
        return Error{QStringLiteral("Diagrams are written as %1, not as \"%2\" in this version.")
                         .arg(formatNames, name),
                     {}};
    return *found;
}

struct DiagramRequest
{
    QString file;
    Format format;
    RenderOptions render = {};
    QString focus = {};
    QString boundary = {};
    QString view = {};
    int depth = 1;
    bool declaredOnly = false;
    double minimumConfidence = 0.5;
};

Result<DiagramRequest> requestOf(const Arguments& arguments)
{
    const QString file = arguments.value(QStringLiteral("-o"));
    if (file.isEmpty())
        return Error{QStringLiteral("-o FILE is missing (- is standard output)."), {}};
    const Result<Format> format = formatOf(arguments);
    if (!format)
        return format.error();
    const auto scale = arguments.number(QStringLiteral("--scale"), 0.01, 16);
    if (!scale)
        return scale.error();
    const auto depth = arguments.number(QStringLiteral("--depth"), 1, 4);
    if (!depth)
        return depth.error();
    const auto confidence = arguments.number(QStringLiteral("--min-confidence"), 0, 1);
    if (!confidence)
        return confidence.error();
    DiagramRequest request{.file = file, .format = *format};
    request.focus = arguments.value(QStringLiteral("--focus"));
    request.boundary = arguments.value(QStringLiteral("--boundary"));
    if (!request.boundary.isEmpty() && !request.focus.isEmpty())
        return Error{QStringLiteral("Choose one of --focus and --boundary."), {}};
    request.view = arguments.value(QStringLiteral("--view"));
    if (!request.view.isEmpty() && (!request.boundary.isEmpty() || !request.focus.isEmpty()))
        return Error{QStringLiteral("Choose one of --view, --focus and --boundary."), {}};
    request.declaredOnly = arguments.has(QStringLiteral("--declared"));
    request.minimumConfidence = confidence->value_or(request.minimumConfidence);
    if (*depth && request.focus.isEmpty())
        return Error{QStringLiteral("--depth needs --focus TABLE."), {}};
    request.depth = static_cast<int>(depth->value_or(1));
    request.render.scale = scale->value_or(1);
    request.render.dark = arguments.has(QStringLiteral("--dark"));
    return request;
}

/// What is drawn: foreign keys, what was decided, and what is certain enough.
std::vector<Relationship> drawnRelationships(const DiagramRequest& request,
                                             const OpenedDatabase& database)
{
    if (request.declaredOnly)
        return declaredRelationships(*database.catalog);
    const std::atomic_bool cancelled = false;
    const SqlReading sql = readCatalogSql(*database.catalog, cancelled);
    InferenceOptions inference;
    inference.sql = &sql;
    inference.minimumConfidence = request.minimumConfidence;
    std::vector<Relationship> relationships =
        allRelationships(*database.catalog, database.decisions, inference);
    std::erase_if(relationships, [&](const Relationship& relationship) {
        return relationship.origin == RelationshipOrigin::Rejected ||
               relationship.confidence < request.minimumConfidence;
    });
    return relationships;
}

/// The boundary of --boundary with what is linked with it.
Result<GraphOptions> boundaryOptions(const DiagramRequest& request, const Catalog& catalog,
                                     GraphOptions options)
{
    const BoundaryPicture* picture = options.boundaries.get();
    const auto boundary =
        picture ? picture->ownership.indexOf(request.boundary) : std::optional<BoundaryIndex>();
    if (!boundary)
        return Error{QStringLiteral("The workspace has no boundary %1.").arg(request.boundary), {}};
    options.tables =
        boundaryNeighbourhood(catalog, picture->ownership, picture->crossings, *boundary);
    return options;
}

Result<GraphOptions> graphOptionsOf(const DiagramRequest& request, const OpenedDatabase& database,
                                    const std::vector<Relationship>& relationships)
{
    const Catalog& catalog = *database.catalog;
    GraphOptions options;
    options.boundaries = drawnBoundaries(database, relationships, request.minimumConfidence);
    if (!request.boundary.isEmpty())
        return boundaryOptions(request, catalog, std::move(options));
    if (request.focus.isEmpty())
        return options;
    const Result<ObjectRef> focus = catalog.resolve(request.focus);
    if (!focus)
        return focus.error();
    if (focus->kind != ObjectKind::Table)
        return Error{
            QStringLiteral("--focus takes a table or view; %1 is none.").arg(request.focus), {}};
    options.tables =
        focusNeighbourhood(catalog, relationships, TableId{focus->index}, request.depth);
    return options;
}

Result<Nothing> writePicture(const DiagramRequest& request, const DiagramPart& part,
                             Timings& timings)
{
    const Result<QByteArray> picture =
        request.format.render(*part.graph, part.layout, request.render);
    if (!picture)
        return picture.error();
    timings.finish(QStringLiteral("draw"));
    return writeOutput(request.file, *picture);
}

/// Without a layout: whoever reads the text makes one.
Result<Nothing> writeText(const DiagramRequest& request, const DiagramGraph& graph)
{
    SchemaTextOptions options;
    options.title = graph.catalog->isEmpty() ? QString() : graph.catalog->source(SourceId{0}).name;
    options.filter.minimumConfidence = request.minimumConfidence;
    const SchemaFiles files =
        schemaFiles(schemaExportOf(graph, options), request.format.language, request.file);
    for (const SchemaFile& file : files.files)
        if (const Result<Nothing> written = writeOutput(file.path, file.content); !written)
            return written;
    if (!files.remark.isEmpty())
        printWarning(files.remark);
    return Nothing{};
}

/// What a view says of the picture, where the command line says nothing else.
void takeView(DiagramRequest& request, const SavedView& view, const Arguments& arguments)
{
    request.render.lens = view.lens;
    request.render.filter = {view.showsInferred, view.minimumConfidence, view.showsRejected};
    if (!arguments.has(QStringLiteral("--min-confidence")))
        request.minimumConfidence = view.minimumConfidence;
    request.depth = view.depth;
    if (view.focus)
        request.focus = view.focus->toString();
}

Result<Nothing> drawDiagram(const Arguments& arguments, Timings& timings)
{
    Result<DiagramRequest> request = requestOf(arguments);
    if (!request)
        return request.error();
    const Result<OpenedDatabase> database = openDatabase(arguments, {}, timings);
    if (!database)
        return database.error();
    const Result<const SavedView*> found = savedViewOf(request->view, database->views);
    if (!found)
        return found.error();
    const SavedView* view = *found;
    if (view != nullptr) {
        takeView(*request, *view, arguments);
        warnOfMissing(*view, request->view, *database->catalog);
        if (view->focus && !database->catalog->find(*view->focus))
            request->focus.clear();
    }
    const auto relationships = drawnRelationships(*request, *database);
    Result<GraphOptions> options = graphOptionsOf(*request, *database, relationships);
    if (!options)
        return options.error();
    if (view != nullptr) {
        const auto& placed = database->placements.tables;
        for (auto it = placed.cbegin(); it != placed.cend(); ++it)
            options->knownGroups.insert(it.key(), it->group);
    }
    const auto graph = std::make_shared<const DiagramGraph>(
        buildGraph(database->catalog, relationships, *options, diagramBoxMetrics()));
    timings.finish(QStringLiteral("graph"));
    const bool isText = request->format.render == nullptr;
    const bool isPlaced = !isText || view != nullptr;
    const DiagramPart part = isPlaced
                                 ? placedPart(view, *database->catalog, database->placements, graph)
                                 : DiagramPart{graph, {}};
    if (isPlaced)
        timings.finish(QStringLiteral("layout"));
    const Result<Nothing> written =
        isText ? writeText(*request, *part.graph) : writePicture(*request, part, timings);
    timings.finish(QStringLiteral("write"));
    return written;
}

} // namespace

CliCommand diagramCommand()
{
    CliCommand command;
    command.name = QStringLiteral("diagram");
    command.synopsis = QStringLiteral("diagram DATABASE -o FILE "
                                      "[--format svg|png|pdf|dot|mermaid|plantuml|dbml] "
                                      "[--focus TABLE --depth N] [--view NAME] [--boundary NAME] "
                                      "[--min-confidence X] "
                                      "[--declared] [--dark] [--scale X]");
    command.summary = QStringLiteral("draws tables and how they relate");
    command.help = optionsHelp(options());
    command.paints = true;
    command.run = [](const QStringList& words) { return runTimed(words, options(), drawDiagram); };
    return command;
}

} // namespace cadastre

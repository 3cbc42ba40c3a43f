// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre document: the documentation of a schema as one HTML page, or as Markdown.
#include "app/cli/boundaries/drawn.h"
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "app/documentation_files.h"
#include "diagram/boundary_pictures.h"
#include "model/relations/inference.h"

namespace cadastre {

namespace {

const std::vector<OptionSpec>& options()
{
    static const std::vector<OptionSpec> specs{
        {QStringLiteral("-o"), QStringLiteral("PLACE"),
         QStringLiteral("a page (.html), a file (.md) or a folder for Markdown; - is the page to "
                        "standard output")},
        {QStringLiteral("--format"), QStringLiteral("FORMAT"),
         QStringLiteral("html or markdown; default: the place's ending, a folder is markdown")},
        {QStringLiteral("--boundary"), QStringLiteral("NAME"),
         QStringLiteral("only what this boundary of the workspace owns, and what is linked with "
                        "it")},
        {QStringLiteral("--min-confidence"), QStringLiteral("X"),
         QStringLiteral("leave out relationships that are less certain (0 to 1, default 0.5)")},
        {QStringLiteral("--title"), QStringLiteral("TEXT"),
         QStringLiteral("heading of the documentation; default: the name of the database")},
    };
    return specs;
}

Result<DocumentationFormat> formatOf(const Arguments& arguments)
{
    const QString place = arguments.value(QStringLiteral("-o"));
    const QString name = arguments.value(QStringLiteral("--format"));
    if (place.isEmpty())
        return Error{QStringLiteral("-o PLACE is missing (- is standard output)."), {}};
    const bool isPage = name == QLatin1String("html");
    if (!isPage && !name.isEmpty() && name != QLatin1String("markdown"))
        return Error{QStringLiteral("Documentation is written as html or markdown, not as \"%1\".")
                         .arg(name),
                     {}};
    if (place == QLatin1String("-")) {
        if (isPage || name.isEmpty())
            return DocumentationFormat::Html;
        return Error{QStringLiteral("Markdown has pictures beside it: -o takes a file or a "
                                    "folder."),
                     {}};
    }
    const auto byPlace = documentationFormat(place);
    if (isPage)
        return DocumentationFormat::Html;
    if (name.isEmpty() && !byPlace)
        return Error{QStringLiteral("The format is missing: -o FILE.html, FILE.md or a folder."),
                     {}};
    if (name.isEmpty())
        return *byPlace;
    return byPlace && *byPlace != DocumentationFormat::Html ? *byPlace
                                                            : DocumentationFormat::MarkdownFile;
}

Result<DocumentationRequest> requestOf(const Arguments& arguments, const OpenedDatabase& database)
{
    const auto confidence = arguments.number(QStringLiteral("--min-confidence"), 0, 1);
    if (!confidence)
        return confidence.error();
    DocumentationRequest request;
    request.catalog = database.catalog;
    request.conventions = database.conventions;
    request.minimumConfidence = confidence->value_or(request.minimumConfidence);
    request.title = arguments.value(QStringLiteral("--title"));
    if (request.title.isEmpty())
        request.title = database.catalog->source(SourceId{0}).name;
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
    request.boundaries = drawnBoundaries(database, relationships, request.minimumConfidence);
    request.relationships =
        std::make_shared<const std::vector<Relationship>>(std::move(relationships));
    return request;
}

Result<Nothing> chooseBoundary(const Arguments& arguments, DocumentationRequest& request)
{
    const QString name = arguments.value(QStringLiteral("--boundary"));
    if (name.isEmpty())
        return Nothing{};
    const auto boundary = request.boundaries ? request.boundaries->ownership.indexOf(name)
                                             : std::optional<BoundaryIndex>();
    if (!boundary)
        return Error{QStringLiteral("The workspace has no boundary %1.").arg(name), {}};
    request.tables = boundaryNeighbourhood(*request.catalog, request.boundaries->ownership,
                                           request.boundaries->crossings, *boundary);
    return Nothing{};
}

Result<Nothing> writeDocument(const Arguments& arguments, Timings& timings)
{
    const Result<DocumentationFormat> format = formatOf(arguments);
    if (!format)
        return format.error();
    const Result<OpenedDatabase> database = openDatabase(arguments, {}, timings);
    if (!database)
        return database.error();
    Result<DocumentationRequest> request = requestOf(arguments, *database);
    if (!request)
        return request.error();
    if (const Result<Nothing> chosen = chooseBoundary(arguments, *request); !chosen)
        return chosen;
    timings.finish(QStringLiteral("relations"));
    const QString place = arguments.value(QStringLiteral("-o"));
    if (place == QLatin1String("-")) {
        const Result<QByteArray> page = documentationPage(*request);
        return page ? writeOutput(place, *page) : Result<Nothing>(page.error());
    }
    const std::atomic_bool cancelled = false;
    const Result<bool> written = writeDocumentation(*request, *format, place, {}, cancelled);
    timings.finish(QStringLiteral("write"));
    if (!written)
        return written.error();
    return Nothing{};
}

} // namespace

CliCommand documentCommand()
{
    CliCommand command;
    command.name = QStringLiteral("document");
    command.synopsis = QStringLiteral("document DATABASE -o FILE|FOLDER [--format html|markdown] "
                                      "[--boundary NAME] [--min-confidence X] [--title TEXT]");
    command.summary = QStringLiteral("writes the documentation of a whole schema");
    command.help = optionsHelp(options());
    command.paints = true;
    command.run = [](const QStringList& words) {
        return runTimed(words, options(), writeDocument);
    };
    return command;
}

} // namespace cadastre

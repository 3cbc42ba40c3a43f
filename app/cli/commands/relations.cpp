// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre relations: the relationships of a database, declared, decided and inferred, in every
// format of model/export.
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "app/cli/relations_options.h"
#include "model/relations/inference.h"

namespace cadastre {

namespace {

std::vector<Relationship> relationshipsOf(const OpenedDatabase& database,
                                          const RelationsOptions& options)
{
    if (!options.wantsInferred())
        return declaredRelationships(*database.catalog);
    InferenceOptions inference;
    inference.minimumConfidence = options.minimumConfidence;
    return allRelationships(*database.catalog, database.decisions, inference);
}

Result<Nothing> printRelations(const Arguments& arguments, Timings& timings)
{
    const Result<RelationsOptions> options = relationsOptionsOf(arguments);
    if (!options)
        return options.error();
    const Result<OpenedDatabase> database = openDatabase(
        arguments,
        {CatalogKind::Schemas, CatalogKind::Tables, CatalogKind::Columns, CatalogKind::Constraints},
        timings);
    if (!database)
        return database.error();
    const RelationExport relations{
        *database->catalog, selectedRelationships(relationshipsOf(*database, *options), *options)};
    const QByteArray text = options->format.print(relations);
    timings.finish(QStringLiteral("relations"));
    const Result<Nothing> written = writeOutput(options->file, text);
    timings.finish(QStringLiteral("write"));
    return written;
}

} // namespace

CliCommand relationsCommand()
{
    CliCommand command;
    command.name = QStringLiteral("relations");
    command.synopsis = QStringLiteral(
        "relations DATABASE [--format tsv|json|markdown|sql|references|tbls|dbml] "
        "[--min-confidence X] [--declared|--inferred|--decided|--all] [--verify] [--sql DIR]");
    command.summary = QStringLiteral("lists which columns point at which, declared or not");
    command.help = optionsHelp(relationsOptionSpecs());
    command.run = [](const QStringList& words) {
        return runTimed(words, relationsOptionSpecs(), printRelations);
    };
    return command;
}

} // namespace cadastre

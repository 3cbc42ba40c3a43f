// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre relations: the relationships of a database, declared, decided and inferred, in every
// format of model/export.
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "app/cli/relations_evidence.h"
#include "app/cli/verified_relations.h"

#include <algorithm>

namespace cadastre {

namespace {

std::vector<Relationship> relationshipsOf(const OpenedDatabase& database,
                                          const RelationsOptions& options,
                                          const RelationsEvidence& evidence)
{
    if (!options.wantsInferred())
        return declaredRelationships(*database.catalog);
    return allRelationships(*database.catalog, database.decisions,
                            evidence.inferenceOptions(options.minimumConfidence));
}

/// Looks at the data of what nobody declared; guesses that it made too weak are left out.
Result<RelationExport> verified(const OpenedDatabase& database, const RelationsOptions& options,
                                RelationExport relations)
{
    const auto candidates =
        std::ranges::partition(relations.relationships, [](const Relationship& relationship) {
            return relationship.origin == RelationshipOrigin::Declared;
        });
    std::vector<Relationship> asked(candidates.begin(), candidates.end());
    relations.relationships.erase(candidates.begin(), candidates.end());
    relations.verifications.resize(relations.relationships.size());
    Result<VerifiedRelations> checked = verifyRelations(database, std::move(asked));
    if (!checked)
        return checked.error();
    for (std::size_t i = 0; i < checked->relationships.size(); ++i) {
        if (!isSelected(checked->relationships[i], options))
            continue;
        relations.relationships.push_back(std::move(checked->relationships[i]));
        relations.verifications.push_back(std::move(checked->verifications[i]));
    }
    return relations;
}

Result<RelationExport> foundRelations(const OpenedDatabase& database,
                                      const RelationsOptions& options, Timings& timings)
{
    const Result<RelationsEvidence> evidence = readRelationsEvidence(options, database);
    if (!evidence)
        return evidence.error();
    if (options.wantsInferred())
        timings.finish(QStringLiteral("sql"));
    RelationExport relations{
        *database.catalog,
        selectedRelationships(relationshipsOf(database, options, *evidence), options),
        {}};
    timings.finish(QStringLiteral("relations"));
    if (!options.verify)
        return relations;
    Result<RelationExport> result = verified(database, options, std::move(relations));
    timings.finish(QStringLiteral("verify"));
    return result;
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
    const Result<RelationExport> relations = foundRelations(*database, *options, timings);
    if (!relations)
        return relations.error();
    const Result<Nothing> written = writeOutput(options->file, options->format.print(*relations));
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

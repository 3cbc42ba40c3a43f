// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// cadastre relations: the relationships of a database, declared, decided and inferred, in every
// format of model/export.
#include "app/cli/console.h"
#include "app/cli/opened_database.h"
#include "app/cli/relations_evidence.h"
#include "app/cli/verified_relations.h"
#include "model/export/relations_summary.h"
#include "model/relations/sql/check_lists.h"
#include "model/relations/sql/comment_references.h"

#include <algorithm>
#include <map>

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

/// One page about the relationships instead of their list.
QByteArray summaryOf(const RelationExport& relations, double minimumConfidence)
{
    const CommentReading comments = commentReferences(relations.catalog);
    const QHash<ColumnId, QStringList> allowed = allowedValues(relations.catalog);
    std::map<std::vector<ColumnId>, Verification> checked;
    for (std::size_t i = 0; i < relations.verifications.size(); ++i) {
        if (relations.verifications[i])
            checked.emplace(relations.relationships[i].childColumns, *relations.verifications[i]);
    }
    const auto verifications = [&](const Relationship& relationship) {
        const auto found = checked.find(relationship.childColumns);
        return found == checked.end() ? std::nullopt : std::optional(found->second);
    };
    const FindingsInput input{relations.catalog, relations.relationships, &comments, &allowed,
                              minimumConfidence};
    return relationsSummaryMarkdown(relations.catalog, relationsSummary(input, verifications));
}

/// Whether --verify found rows that point at nothing, or something could not be checked.
bool leavesSomethingToLookAt(const RelationExport& relations)
{
    for (std::size_t i = 0; i < relations.verifications.size(); ++i) {
        if (relations.relationships[i].origin == RelationshipOrigin::Declared)
            continue;
        const Verification* checked = relations.verificationOf(i);
        if (!checked || checked->hasFailed() ||
            std::ranges::any_of(checked->targets, [](const TargetVerification& target) {
                return target.orphans() > 0;
            }))
            return true;
    }
    return false;
}

Result<ExitStatus> printRelations(const Arguments& arguments, Timings& timings)
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
    const Result<Nothing> written = writeOutput(
        options->file, options->summary ? summaryOf(*relations, options->minimumConfidence)
                                        : options->format.print(*relations));
    timings.finish(QStringLiteral("write"));
    if (!written)
        return written.error();
    return leavesSomethingToLookAt(*relations) ? ExitStatus::Findings : ExitStatus::Done;
}

} // namespace

CliCommand relationsCommand()
{
    CliCommand command;
    command.name = QStringLiteral("relations");
    command.synopsis = QStringLiteral(
        "relations DATABASE [--format tsv|json|markdown|sql|references|tbls|dbml] "
        "[--min-confidence X] [--declared|--inferred|--decided|--all] [--verify] [--sql DIR] "
        "[--summary]");
    command.summary = QStringLiteral("lists which columns point at which, declared or not");
    command.help = optionsHelp(relationsOptionSpecs());
    command.run = [](const QStringList& words) {
        return runTimed(words, relationsOptionSpecs(), printRelations);
    };
    return command;
}

} // namespace cadastre

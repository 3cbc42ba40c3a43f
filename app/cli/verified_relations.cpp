// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Each source's relationships in turn; see the header.
#include "app/cli/verified_relations.h"

#include "app/catalog_loader.h"
#include "app/cli/console.h"
#include "model/sql/verify/data_targets.h"

namespace cadastre {

namespace {

/// The relationships of one part of the database, by index.
std::vector<std::size_t> relationshipsOf(const Catalog& catalog, const QString& sourceName,
                                         const std::vector<Relationship>& relationships)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < relationships.size(); ++i) {
        const SourceId source = catalog.sourceOf(relationships[i].child);
        if (catalog.source(source).name == sourceName)
            found.push_back(i);
    }
    return found;
}

void warnOfFailure(const Catalog& catalog, const Relationship& relationship,
                   const Verification& verification)
{
    printWarning(QStringLiteral("%1: %2").arg(
        catalog.displayName(relationship.childColumns.front()), verification.failure));
}

void takeResults(const Catalog& catalog, const std::vector<std::size_t>& indexes,
                 const std::vector<Verification>& results, VerifiedRelations& verified)
{
    const DataTargets targets(catalog);
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        Relationship& relationship = verified.relationships[indexes[i]];
        verified.verifications[indexes[i]] = results[i];
        if (results[i].hasFailed())
            warnOfFailure(catalog, relationship, results[i]);
        else
            relationship = targets.checked(std::move(relationship), results[i]);
    }
}

} // namespace

Result<VerifiedRelations> verifyRelations(const OpenedDatabase& database,
                                          std::vector<Relationship> relationships,
                                          const VerifyOptions& options)
{
    Q_ASSERT(database.requests.size() == database.parts.size());
    VerifiedRelations verified;
    verified.verifications.resize(relationships.size());
    verified.relationships = std::move(relationships);
    for (std::size_t part = 0; part < database.parts.size(); ++part) {
        const QString name = database.parts[part]->source().name;
        const std::vector<std::size_t> indexes =
            relationshipsOf(*database.catalog, name, verified.relationships);
        if (indexes.empty())
            continue;
        const SourceRequest& source = database.requests[part];
        if (source.address.kind == AddressKind::Snapshot) {
            printWarning(QStringLiteral("%1 is a snapshot, which holds no rows: its relationships "
                                        "were not checked.")
                             .arg(name));
            continue;
        }
        VerifyRequest request{database.catalog, {}, options, {}};
        for (std::size_t index : indexes)
            request.relationships.push_back(verified.relationships[index]);
        ReadControl control;
        const auto results =
            verifyRelationships(source.address, passwordOf(source), request, control);
        if (!results)
            return results.error();
        takeResults(*database.catalog, indexes, *results, verified);
    }
    return verified;
}

} // namespace cadastre

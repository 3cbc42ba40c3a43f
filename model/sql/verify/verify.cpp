// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One connection, one relationship after the other; see the header.
#include "model/sql/verify/verify.h"

#include "model/sql/kind_reader.h"
#include "model/sql/verify/relationship_check.h"

#include <algorithm>

namespace cadastre {

namespace {

ReadOptions connectionOptions(const VerifyOptions& options)
{
    ReadOptions read;
    read.lockTimeoutMs = options.lockTimeoutMs;
    read.statementTimeoutMs = options.statementTimeoutMs;
    read.connectTimeoutMs = options.connectTimeoutMs;
    return read;
}

Error endedEarly(const SqlError& error, const DatabaseAddress& address)
{
    if (error.failure == SqlFailure::Cancelled)
        return {QStringLiteral("Checking %1 was cancelled.").arg(address.displayText()),
                {},
                ErrorKind::Cancelled};
    return {QStringLiteral("The connection to %1 was lost while checking; check again when the "
                           "server is back.")
                .arg(address.displayText()),
            error.message};
}

Error changedMeanwhileError(const DatabaseAddress& address)
{
    return {QStringLiteral("%1 was changed by another program while it was being checked; check "
                           "again.")
                .arg(address.displayText()),
            {}};
}

/// Keys and values of two servers cannot be compared by either.
QString crossSourceSentence(const Catalog& catalog, const Relationship& relationship)
{
    const SourceId own = catalog.sourceOf(relationship.child);
    for (const RelationshipTarget& target : relationship.targets) {
        if (target.isResolved() && catalog.sourceOf(target.table) != own)
            return QStringLiteral("%1 is in another database than %2, so the values cannot be "
                                  "compared by one server.")
                .arg(catalog.displayName(target.table), catalog.displayName(relationship.child));
    }
    return {};
}

void tellProgress(const ReadControl& control, int number, int count)
{
    if (control.onProgress)
        control.onProgress({CatalogKind::Statistics, number, count, 0});
}

} // namespace

Result<std::vector<Verification>> verifyRelationships(const DatabaseAddress& address,
                                                      const QString& password,
                                                      const VerifyRequest& request,
                                                      ReadControl& control)
{
    const auto connection =
        CheckConnection::open(address, password, connectionOptions(request.options), control);
    if (!connection)
        return connection.error();
    const Catalog& catalog = *request.catalog;
    RelationshipCheck check(**connection, catalog, request.options);
    std::vector<Verification> verifications;
    const int count = static_cast<int>(request.relationships.size());
    for (const Relationship& relationship : request.relationships) {
        tellProgress(control, static_cast<int>(verifications.size()) + 1, count);
        Verification verification;
        verification.failure = crossSourceSentence(catalog, relationship);
        if (!verification.hasFailed()) {
            if (const auto error = check.check(relationship, verification))
                return endedEarly(*error, address);
        }
        if (request.onVerified)
            request.onVerified(verifications.size(), verification);
        verifications.push_back(std::move(verification));
    }
    if ((*connection)->changedMeanwhile())
        return changedMeanwhileError(address);
    return verifications;
}

Result<std::vector<TypeValues>> readTypeValues(const DatabaseAddress& address,
                                               const QString& password, const Catalog& catalog,
                                               const std::vector<ColumnId>& typeColumns,
                                               const VerifyOptions& options, ReadControl& control)
{
    const auto connection =
        CheckConnection::open(address, password, connectionOptions(options), control);
    if (!connection)
        return connection.error();
    RelationshipCheck check(**connection, catalog, options);
    std::vector<TypeValues> all;
    for (ColumnId column : typeColumns) {
        tellProgress(control, static_cast<int>(all.size()) + 1,
                     static_cast<int>(typeColumns.size()));
        TypeValues values;
        if (const auto error = check.readTypes(column, values))
            return endedEarly(*error, address);
        all.push_back(std::move(values));
    }
    return all;
}

} // namespace cadastre

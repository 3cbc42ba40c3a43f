// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checking relationships with data: bounded, sampled, cancellable, read-only looks at rows of one
// source, asked for by a person. What the counts mean for a relationship lives in model/relations.
#pragma once

#include "model/relations/verification.h"
#include "model/sql/source_reader.h"

#include <functional>

namespace cadastre {

struct VerifyOptions
{
    /// About as many rows of a large child table are looked at, spread over it.
    qint64 sampleRows = 10000;
    /// Tables with at most this many rows are looked at whole.
    qint64 wholeRows = 20000;
    /// Parents without a usable index are read up to this many rows; larger ones are not checked.
    qint64 parentRows = 200000;
    int lockTimeoutMs = 1000;
    int statementTimeoutMs = 10000; ///< of each statement, on the server
    int connectTimeoutMs = 10000;
    std::uint32_t seed = 1; ///< the same one chooses the same rows

    bool operator==(const VerifyOptions&) const = default;
};

struct VerifyRequest
{
    std::shared_ptr<const Catalog> catalog;
    std::vector<Relationship> relationships; ///< of that catalog
    VerifyOptions options;
    /// Called on the checking thread as soon as one relationship is done; may be empty.
    std::function<void(std::size_t index, const Verification& verification)> onVerified;
};

/// Connects, checks one relationship after the other with a few statements each, disconnects.
/// Polymorphic ones take their type values from the data where they were named without it, and the
/// tables that those values mean by their names; DataTargets::checked() shows them as targets.
/// Results are parallel to the relationships. Whatever concerns one relationship only (timeout,
/// permission, dropped table, types that never match, parent in another source) is its
/// Verification::failure. Fails when there is no connection, it was lost, or it was cancelled.
/// Blocks: never on the UI thread. Progress: phaseNumber of phaseCount relationships.
Result<std::vector<Verification>> verifyRelationships(const DatabaseAddress& address,
                                                      const QString& password,
                                                      const VerifyRequest& request,
                                                      ReadControl& control);

/// What a type column holds, most frequent first; at most 50 values.
struct TypeValues
{
    ColumnId column;
    std::vector<std::pair<QString, qint64>> values; ///< value and sampled rows that have it
    bool complete = false;                          ///< every row was looked at
    QString failure;                                ///< one sentence when it could not be read
};

/// The distinct values of type columns of one source, sampled as for verifyRelationships().
Result<std::vector<TypeValues>> readTypeValues(const DatabaseAddress& address,
                                               const QString& password, const Catalog& catalog,
                                               const std::vector<ColumnId>& typeColumns,
                                               const VerifyOptions& options, ReadControl& control);

} // namespace cadastre

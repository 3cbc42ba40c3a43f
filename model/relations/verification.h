// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a bounded look at rows said of a relationship: values found, orphans, nulls, sentinels, and
// whether a foreign key could be declared today. How rows are looked at lives in model/sql/verify.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

/// A value that stands for "none" or "unknown" and was counted apart.
struct SentinelCount
{
    QString value; ///< "0", "-1", ""
    qint64 rows = 0;

    bool operator==(const SentinelCount&) const = default;
};

/// One target; polymorphic references have one check per type value.
struct TargetVerification
{
    QString typeValue;          ///< polymorphic only
    qint64 rows = 0;            ///< child rows with a value that is no sentinel
    qint64 found = 0;           ///< of these, rows whose value exists in the parent
    QStringList orphanExamples; ///< at most 5 values; memory only, never in files
    bool hasTable = true;       ///< false: a type value for which no table exists
    qint64 distinctFound = 0;   ///< different values among `found`; 0 when not counted

    [[nodiscard]] qint64 orphans() const { return rows - found; }
    bool operator==(const TargetVerification&) const = default;
};

struct Verification
{
    qint64 sampledRows = 0;            ///< child rows that were looked at
    std::optional<double> approxTotal; ///< rows of the child table, estimate; absent when unknown
    bool complete = false;             ///< every row was looked at
    qint64 nulls = 0;
    std::vector<SentinelCount> sentinels;
    std::vector<TargetVerification> targets; ///< parallel to the relationship's targets, then
                                             ///< other type values, mostly without a table
    QString failure; ///< one sentence when it could not be checked (timeout, permission, types)

    [[nodiscard]] bool hasFailed() const { return !failure.isEmpty(); }
    bool operator==(const Verification&) const = default;
};

/// One sentence: "98.7 % of 10,000 sampled values (of about 2.1 million rows) exist in the parent;
/// 132 orphans; 12 rows with 0".
QString verificationSentence(const Verification& verification);

/// The relationship with the evidence of the check added and its confidence adjusted: values veto
/// and rank, they never raise a guess that names do not support to certainty. Decided and declared
/// relationships keep their confidence.
Relationship withVerification(Relationship relationship, const Verification& verification);

} // namespace cadastre

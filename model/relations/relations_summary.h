// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// All that is known of the relationships of a schema on one page: how many of which kind, what they
// are worth, what is pointed at and how, what to look at. How it is printed lives in model/export.
#pragma once

#include "model/relations/findings.h"
#include "model/relations/key_census.h"

namespace cadastre {

struct OriginCount
{
    RelationshipOrigin origin = RelationshipOrigin::Declared;
    int count = 0;

    bool operator==(const OriginCount&) const = default;
};

struct RelationsSummary
{
    int tables = 0; ///< without those of the next three lines
    int views = 0;
    int partitions = 0;
    int shadowTables = 0;             ///< in which SQLite keeps a virtual table
    std::vector<OriginCount> origins; ///< those that occur, in the order of the enumeration
    int weak = 0;                     ///< inferred ones below the confidence; in no other figure
    std::vector<VerdictCount> verdicts;
    KeyCensus keys;
    std::vector<Concept> concepts;  ///< most references first
    std::vector<Finding> findings;  ///< warnings first; `relationship` as in those given
    std::vector<TableId> unrelated; ///< tables that no relationship touches
    double minimumConfidence = 0.5;

    bool operator==(const RelationsSummary&) const = default;
};

RelationsSummary relationsSummary(const FindingsInput& input,
                                  const VerificationLookup& verifications = {});

} // namespace cadastre

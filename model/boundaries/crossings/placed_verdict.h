// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Placed verdicts: what a relationship is worth where its ends lie: inside one boundary, crossing,
// or in two databases.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/relations/relationship.h"

namespace cadastre {

enum class PlacedVerdict : std::uint8_t {
    DeclaredInside,   ///< fine
    DeclaredCrossing, ///< the engine couples two owners
    InferredInside,   ///< could be declared
    LogicalCrossing,  ///< right as logical: offer @references
    OtherDatabase,    ///< the same, in another database
    Unplaced,         ///< an end belongs to nobody
};

PlacedVerdict placedVerdictOf(const Catalog& catalog, const Ownership& ownership,
                              const Relationship& relationship);

struct PlacedVerdictCount
{
    PlacedVerdict verdict = PlacedVerdict::DeclaredInside;
    int count = 0;
    QString sentence; ///< "12 foreign keys cross a boundary: the engine couples two owners."

    bool operator==(const PlacedVerdictCount&) const = default;
};
/// Those that occur, in the order of the enumeration; rejected and weak ones are left out.
std::vector<PlacedVerdictCount> placedVerdictSummary(const Catalog& catalog,
                                                     const Ownership& ownership,
                                                     const std::vector<Relationship>& relationships,
                                                     double minimumConfidence = 0.5);

/// "declared-inside", "declared-crossing", "inferred-inside", "logical-crossing", "other-database",
/// "unplaced".
QString placedVerdictName(PlacedVerdict verdict);
/// Sentence case, for lists.
QString placedVerdictTitle(PlacedVerdict verdict);
/// One sentence: what it means and what to do.
QString placedVerdictSentence(PlacedVerdict verdict);

} // namespace cadastre

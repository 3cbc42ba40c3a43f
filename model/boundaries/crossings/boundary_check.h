// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The check: everything about the boundaries of a catalog in one value, for the window, the command
// line and the report alike.
#pragma once

#include "model/boundaries/access/access.h"
#include "model/boundaries/contracts/contracts.h"
#include "model/boundaries/crossings/crossing_state.h"
#include "model/boundaries/crossings/flow_check.h"

namespace cadastre {

/// All crossings of one ordered pair of boundaries.
struct CrossingPair
{
    BoundaryIndex from = 0;
    BoundaryIndex into = 0;
    int count = 0;
    int undecided = 0;       ///< Undecided, Expired or Forbidden
    std::vector<int> byKind; ///< crossingKindCount entries

    bool operator==(const CrossingPair&) const = default;
};

struct BoundaryCheck
{
    Ownership ownership;
    std::vector<JudgedCrossing> crossings; ///< by from and into boundary, kind, key
    std::vector<CrossingPair> pairs;       ///< those that have crossings, by from, into
    std::vector<Contract> contracts;
    std::vector<BoundaryFinding> findings; ///< warnings first, then by rule and object
    std::vector<FlowCheck> flows;
    /// In the baseline, but not there any more: the baseline can shrink by these.
    std::vector<CrossingKey> gone;
    std::vector<CrossingKey> goneDecisions; ///< decided, but not there any more
    int violations = 0;

    bool operator==(const BoundaryCheck&) const = default;
};

/// Looks at everything, as of a day.
BoundaryCheck checkBoundaries(const Catalog& catalog,
                              const std::vector<Relationship>& relationships,
                              const UseReading& uses, const Boundaries& boundaries, QDate today,
                              double minimumConfidence = 0.5);

/// The baseline after this check: without one, all violations; with one, what is left of it: it
/// only shrinks. `grown` has the violations that are not in it.
struct BaselineUpdate
{
    std::set<CrossingKey> baseline;
    std::vector<CrossingKey> removed;
    std::vector<CrossingKey> grown;

    bool operator==(const BaselineUpdate&) const = default;
};
BaselineUpdate updatedBaseline(const Boundaries& boundaries, const BoundaryCheck& check);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What changed decisions make of relationships that are already known: the answer that can be shown
// at once, before inference has thought about the rest again.
#pragma once

#include "model/relations/decisions.h"

namespace cadastre {

/// A relationship, as index, and what it is now.
using DecidedOrigin = std::pair<int, RelationshipOrigin>;

/// The relationships whose decision is not the same in both, ascending; those without a decision
/// are inferred again. Decisions that no relationship stands for yet are left out.
std::vector<DecidedOrigin> decidedOrigins(const Catalog& catalog,
                                          const std::vector<Relationship>& relationships,
                                          const Decisions& before, const Decisions& after);

/// The keys that are decided in only one of them, or differently; as in `after`, absent where they
/// are not decided any more.
std::map<DecisionKey, std::optional<Decision>> changedDecisions(const Decisions& before,
                                                                const Decisions& after);

} // namespace cadastre

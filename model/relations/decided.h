// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships that a person confirmed, added or rejected, from the decisions of a workspace.
#pragma once

#include "model/relations/decisions.h"

namespace cadastre {

/// What a relationship is by a decision.
RelationshipOrigin originOf(DecisionKind kind);

/// One relationship per set of child columns, kind of decision and parent; targets of one
/// polymorphic reference are one relationship. Those that a foreign key declares meanwhile are left
/// out. In the order of the decisions.
std::vector<Relationship> decidedRelationships(const Catalog& catalog,
                                               const ResolvedDecisions& decisions);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The order in which a change is rolled out: whom to tell, what has to be dropped before it, and
// what has to be made again or looked at behind it. Statements are written in
// model/export/ddl_rollout.h.
#pragma once

#include "model/boundaries/impact/impact.h"

namespace cadastre {

/// Tell; drop (views and what the engine ties to them, from the outside in, then foreign keys);
/// change; adapt foreign tables; recreate (from the inside out, then what hangs on the views, then
/// foreign keys); adapt the rest. `impact` has its entries.
std::vector<RolloutStep> rolloutOf(const BoundaryFacts& facts, const Impact& impact,
                                   const CommentedCatalog* staged);

} // namespace cadastre

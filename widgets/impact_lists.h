// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Impact, rollout order and what may go as lists: who depends on an object, outsiders first; what
// to do in which order; what nothing uses.
#pragma once

#include "widgets/boundary_state.h"
#include "widgets/fact_list_page.h"

namespace cadastre {

/// Under the boundaries whose people have to be asked.
FactListContents impactContents(const BoundaryStatePointer& state, const Impact& impact);
/// Steps in order, under what is done.
FactListContents rolloutContents(const BoundaryStatePointer& state, const Impact& impact);
/// Under their boundaries.
FactListContents mayGoContents(const BoundaryStatePointer& state,
                               const std::shared_ptr<const std::vector<MayGo>>& found);

} // namespace cadastre

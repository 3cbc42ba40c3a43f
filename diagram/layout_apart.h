// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Groups whose places were kept and that cover each other now, because one grew: they part. Where
// things were kept is layout_keep's.
#pragma once

#include "diagram/layout_tree.h"
#include "model/workspace/placements.h"

namespace cadastre {

/// Moves top-level groups away from others that they cover, the smaller ones and what nobody owns
/// first. What a person pinned across another group is no reason to move either.
void separateGroups(LayoutTree& tree, const Placements& previous);

} // namespace cadastre

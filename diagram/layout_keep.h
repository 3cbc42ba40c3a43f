// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Keeping places: where things were before, and what is new put beside it without moving it.
#pragma once

#include "diagram/layout_tree.h"
#include "model/workspace/placements.h"

namespace cadastre {

/// The earlier top left of each node of the graph in scene pixels; absent for what is new or was
/// in another group.
std::vector<std::optional<QPointF>> keptPlaces(const LayoutTree& tree, const Placements& previous);

/// Puts back what a person pinned inside a freshly laid out top-level group (whose frame is at
/// (0, 0)), and moves other members of it out of the way.
void respectPins(LayoutTree& tree, int topGroup, const Placements& previous);

/// Puts kept nodes where they were. Nodes that are new in a group go near their neighbours; groups
/// without kept nodes, already laid out in themselves, go near the groups that they are
/// connected with.
void joinKept(LayoutTree& tree, const std::vector<std::optional<QPointF>>& kept);

} // namespace cadastre

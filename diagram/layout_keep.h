// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Keeping places: where things were before, and what is new put beside it without moving it.
#pragma once

#include "diagram/layout_tree.h"
#include "model/workspace/placements.h"

namespace cadastre {

/// Of each node, where it was before: top left in scene pixels.
struct EarlierPlaces
{
    std::vector<std::optional<QPointF>> kept;   ///< to be kept; absent for what changed its group
    std::vector<std::optional<QPointF>> former; ///< also where it is in another group now
    std::vector<QString> formerGroups;          ///< paths; empty for what is new
};

EarlierPlaces earlierPlaces(const LayoutTree& tree, const Placements& previous);

/// Puts back what a person pinned inside a freshly laid out top-level group (whose frame is at
/// (0, 0)), and moves other members of it out of the way.
void respectPins(LayoutTree& tree, int topGroup, const Placements& previous);

/// Puts kept nodes where they were. Nodes that are new in a group go near their neighbours; groups
/// without kept nodes, already laid out in themselves, go near where most of their nodes were, else
/// near the groups that they are connected with.
void joinKept(LayoutTree& tree, const EarlierPlaces& earlier);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Homes: where tables stood while nobody owned them. Who takes a table out of a boundary finds it
// there again, in the group that it came from.
#pragma once

#include "diagram/graph.h"
#include "model/workspace/placements.h"

namespace cadastre {

/// Of every table that somebody owns in the picture shown last; positions from the scene's origin.
/// One that had no place before has an empty group.
using TableHomes = QHash<ObjectKey, Placement>;

/// After a picture: who is owned now and where it was in `before`; who is not has none any more.
TableHomes homesAfter(const DiagramGraph& graph, const Placements& before, TableHomes homes);

/// Places with tables that nobody owns any more back where they came from; those that came from
/// nowhere lose theirs. `isOwned` of tables in the catalog.
Placements withHomes(Placements places, const TableHomes& homes,
                     const std::function<bool(const ObjectKey&)>& isOwned);

} // namespace cadastre

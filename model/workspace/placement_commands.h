// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands on placements: moving, pinning, forgetting; and carrying placements over to a catalog
// where objects have other names. The document must outlive its commands.
#pragma once

#include "model/workspace/command.h"
#include "model/workspace/placements.h"

#include <vector>

namespace cadastre {

struct TableMove
{
    ObjectKey table;
    Placement to;
};

/// Puts tables somewhere and pins them. Backward restores what was there when it went forward.
Command moveTables(Placements& placements, std::vector<TableMove> moves, IsAlive isAlive);

/// Takes pins off, so that the next layout may move the tables.
Command unpinTables(Placements& placements, const std::vector<ObjectKey>& tables, IsAlive isAlive);

/// Forgets every place, for a fresh layout.
Command forgetPlacements(Placements& placements);

/// The placements under their new keys; those without a new key stay.
Placements rekeyed(const Placements& placements, const QHash<ObjectKey, ObjectKey>& renamed);

} // namespace cadastre

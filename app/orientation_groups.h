// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which groups the diagram draws, as orientation takes them.
#pragma once

#include "diagram/graph.h"
#include "model/orientation/table_groups.h"

namespace cadastre {

/// Groups with tables of their own, in the order of the graph; inner ones by their whole path.
/// Empty for a picture of a part of the database.
std::vector<TableGroup> drawnGroups(const DiagramGraph& graph, bool isWhole);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Dividing the tables of one schema into communities that fit into frames: not too large, not too
// small, the rest apart. What the communities are called and where they belong is decided
// elsewhere.
#pragma once

#include "diagram/graph.h"

namespace cadastre {

/// Nodes by community; the last one holds those with few or no relationships, and may be empty.
using Communities = std::vector<std::vector<int>>;

/// What the last community is called.
QString remainderName();

Communities divideNodes(const DiagramGraph& graph, const std::vector<int>& nodes);

/// As before, where `names` (parallel to the nodes, empty for new ones) says so; new nodes join the
/// community they have most to do with. `kept`: the names of all communities but the last.
Communities divideNodesAsBefore(const DiagramGraph& graph, const std::vector<int>& nodes,
                                const std::vector<QString>& names, std::vector<QString>& kept);

} // namespace cadastre

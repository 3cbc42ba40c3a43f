// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Grouping: which tables stand together in the picture. Schemas first; where more than 60 tables
// remain together, communities found by their relationships. The groups become a tree; nothing here
// has a place yet.
#pragma once

#include "diagram/graph.h"

namespace cadastre {

/// Most tables in one community.
constexpr int largestCommunity = 60;

/// Sets graph.groups and every node's group from schemas and edges. `knownGroups`: names of the
/// communities that tables were in before; they stay in them as long as a member of the same
/// name and schema is there. Deterministic.
void groupNodes(DiagramGraph& graph, const QHash<ObjectKey, QString>& knownGroups);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a community is called.
#pragma once

#include "diagram/graph.h"

namespace cadastre {

/// Names for communities of one schema, in order, all different: a prefix that most tables
/// of the community and few others have, else the most referenced table.
std::vector<QString> communityNames(const DiagramGraph& graph,
                                    const std::vector<std::vector<int>>& communities);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The groups of a diagram as those in which a database is explained, so that tour, page and picture
// divide it in one way. How a diagram is divided is its own matter.
#pragma once

#include "model/orientation/table_groups.h"

namespace cadastre {

/// Every table that is explained is in one group then: copies join what they are folded under, what
/// else no group has joins the rest, and what is not explained is left out. Groups that nothing is
/// left of are gone. By name, Rest last; the same answer for any order of `drawn`.
std::vector<TableGroup> completedGroups(const Catalog& catalog, std::vector<TableGroup> drawn);

} // namespace cadastre

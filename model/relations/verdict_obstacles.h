// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What has to be done or known before a relationship between two tables of one database can become
// a foreign key. Whether it may become one at all is decided in verdict.cpp.
#pragma once

#include "model/relations/verdict.h"

namespace cadastre {

/// The hardest first, in the order of ObstacleKind. The relationship has one resolved target.
std::vector<VerdictObstacle> verdictObstacles(const Catalog& catalog,
                                              const Relationship& relationship,
                                              const Verification* verification);

/// Whether a valid, complete index of plain columns begins with `columns`, in any order. A key that
/// the engine indexes counts.
bool beginsAnIndex(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns);

} // namespace cadastre

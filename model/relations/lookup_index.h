// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which columns have an index by which their rows are found. What follows from it, for checks and
// for foreign keys, lives with its users.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Whether some index of the table begins with exactly these columns, in any order: what a server
/// needs to find the children of a deleted parent row without reading the table.
bool hasIndexFor(const Catalog& catalog, TableId table, const std::vector<ColumnId>& columns);

} // namespace cadastre

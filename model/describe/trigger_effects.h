// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a trigger sets in the rows of its own table, read from its text. A reading of usual forms,
// not a parser: text that it does not know gives nothing.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Columns of the trigger's table that its body, or the body of the routine that it calls, assigns
/// (`NEW.c := ..`, `SET NEW.c = ..`, `UPDATE table SET c = ..`), in table order.
std::vector<ColumnId> columnsSetBy(const Catalog& catalog, TriggerId trigger);

} // namespace cadastre

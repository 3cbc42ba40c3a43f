// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which columns of a table tell a person which row it is: its key, and what is like a name.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// The primary key, then at most `labels` columns that are like names, the best first; in their
/// place the first columns where there are neither. Never empty for a table with columns.
std::vector<ColumnId> tellingColumns(const Catalog& catalog, TableId table, int labels);

/// The best column to call a row by; its key, or first column, where none is like a name.
std::optional<ColumnId> labelColumn(const Catalog& catalog, TableId table);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where a relationship that a person draws may end. Only what helps while drawing: whether it is a
// good idea is judged in model/relations.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Keys of one column whose type may hold the values of `child`; ascending, without itself.
std::vector<ColumnId> likelyParents(const Catalog& catalog, ColumnId child);

/// The column meant by a table as a whole: its primary key, else its only unique key, else the part
/// of a composite primary key that is named like `child` or is the only one of its type; absent
/// where there is no such column.
std::optional<ColumnId> keyColumnFor(const Catalog& catalog, TableId table, ColumnId child);

/// Whether values of both types can be equal at all, by their names: numbers with numbers, texts
/// with texts, uuids with uuids; unknown types with everything.
bool typesMayMatch(const QString& first, const QString& second);

} // namespace cadastre

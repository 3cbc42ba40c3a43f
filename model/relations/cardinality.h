// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Cardinality of relationships: how many rows may stand at each end, told from keys, unique indexes
// and nullability. Which columns relate to which lives beside this file.
#pragma once

#include "model/relations/relationship.h"

#include <span>

namespace cadastre {

/// Whether the values of `columns` (any order) cannot repeat: a primary key, unique constraint or
/// valid, complete unique index of plain columns lies within them.
bool areUniqueTogether(const Catalog& catalog, TableId table, std::span<const ColumnId> columns);

/// Whether no column can be null.
bool areAllRequired(const Catalog& catalog, std::span<const ColumnId> columns);

/// Child rows per parent row: at most one where the child columns are unique together.
Cardinality childCardinality(const Catalog& catalog, TableId child,
                             std::span<const ColumnId> childColumns);

/// Parent rows per child row: exactly one where every child column is required and the rule was
/// `proven` for all rows.
Cardinality parentCardinality(const Catalog& catalog, std::span<const ColumnId> childColumns,
                              bool proven);

} // namespace cadastre

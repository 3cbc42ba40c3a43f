// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Columns of a catalog as the expressions of model/dialect see them: their types, character sets
// and collations. Which columns are compared is decided elsewhere.
#pragma once

#include "model/catalog/catalog.h"
#include "model/dialect/value_lookup.h"

namespace cadastre {

/// The column's type as comparisons see it: base types of domains, character set and collation,
/// also where they are the table's.
ComparedValue comparedValue(const Catalog& catalog, ColumnId column, const QString& expression);

} // namespace cadastre

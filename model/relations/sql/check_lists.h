// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What CHECK constraints, enums and domains say of columns: the values that are allowed, and which
// columns exclude each other. Only the text of the catalog is read, never rows.
#pragma once

#include "model/catalog/catalog.h"

#include <QStringList>

namespace cadastre {

/// The only values that a column may hold, in the order of the declaration: `CHECK (kind IN
/// ('a','b'))`, `= ANY (ARRAY[..])`, chains of OR, MariaDB's ENUM and SET types, PostgreSQL's
/// enums and domains. Columns without such a list are not in it.
QHash<ColumnId, QStringList> allowedValues(const Catalog& catalog);

/// Columns of one table of which a check says that exactly one is set (not null): at least two,
/// in the order of the check. Sorted by columns, each set once.
std::vector<std::vector<ColumnId>> exclusiveSets(const Catalog& catalog);

} // namespace cadastre

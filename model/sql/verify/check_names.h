// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables and columns of a catalog as they stand in the statements of a check: quoted by
// model/dialect, or an error for a name that cannot be written.
#pragma once

#include "model/catalog/catalog.h"
#include "model/relations/compared_values.h"

namespace cadastre {

/// "schema"."table"
Result<QString> checkedTableName(const Catalog& catalog, TableId table);
/// `alias`."column"
Result<QString> checkedColumnName(const Catalog& catalog, const QString& alias, ColumnId column);
Result<QStringList> checkedColumnNames(const Catalog& catalog, const QString& alias,
                                       const std::vector<ColumnId>& columns);

/// An integer key by whose ranges rows can be picked: SQLite's rowid, or the first column of the
/// primary key. Absent where there is none.
std::optional<QString> rangeKey(const Catalog& catalog, TableId table);
/// The columns of the primary key; empty without one.
Result<QStringList> orderKey(const Catalog& catalog, TableId table);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which columns a CHECK expression makes exclude each other. Which constraints are looked at is
// told by check_lists.
#pragma once

#include "model/catalog/catalog.h"
#include "model/relations/sql/check_expression.h"

#include <QStringList>

namespace cadastre {

/// Names of columns of which the check says that exactly one is set, at least two, in the order of
/// the check; empty when it says no such thing.
QStringList exclusiveColumns(const CheckTerm& check);

/// The column that a check of this table means; absent when there is none.
std::optional<ColumnId> checkedColumn(const Catalog& catalog, TableId table, const QString& name);

} // namespace cadastre

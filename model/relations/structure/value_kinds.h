// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Coarse kinds of column types, as far as it matters for what can hold an id or a name. How well
// two types fit together is judged elsewhere.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

enum class ValueKind : std::uint8_t { Number, Text, Uuid, Binary, Enumeration, Other };

/// The kind of a column's type; domains by their base type.
ValueKind valueKind(const Catalog& catalog, ColumnId column);

/// Whether ids may stand in it: numbers, UUIDs, bytes, text that is not declared to be long.
bool canHoldIds(const Catalog& catalog, ColumnId column);

/// The n of char(n) or varchar(n); absent without one.
std::optional<int> declaredLength(const QString& type);

} // namespace cadastre

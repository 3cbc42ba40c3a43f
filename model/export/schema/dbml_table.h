// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One table as DBML. Private to the files of DBML.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// A whole `Table` block with a blank line behind it; a comment for a table without columns, which
/// the language does not know.
QString dbmlTableBlock(const Catalog& catalog, TableId id);

/// Whether a type is an `Enum` of the language.
bool isDbmlEnum(const Catalog& catalog, TypeId id);
QString dbmlEnum(const Catalog& catalog, TypeId id);

} // namespace cadastre

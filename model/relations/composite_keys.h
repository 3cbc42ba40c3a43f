// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// References to keys of several columns: proposed only where a table has every column of the key,
// by name and type, and at least one of them means nothing without the others.
#pragma once

#include "model/relations/inference.h"
#include "model/relations/structure/representatives.h"

namespace cadastre {

/// `single` are the relationships of single columns, declared and inferred: a column that points
/// somewhere on its own does not make a composite reference. By child table, then parent.
std::vector<Relationship> compositeReferences(const Catalog& catalog, const InferenceScope& scope,
                                              const std::vector<Relationship>& single,
                                              const SqlReading* sql);

} // namespace cadastre

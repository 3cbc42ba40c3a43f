// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which columns identify a row alone: declared as keys, unique by an index, or named like a key
// where a table declares none. Keys of several columns are only noted as such.
#pragma once

#include "model/relations/profile/schema_profile.h"

namespace cadastre {

/// Fills in the keys of the tables that take part, and what their columns are in keys and indexes.
/// Names and types must be known already.
void findTableKeys(SchemaProfile& profile);

} // namespace cadastre

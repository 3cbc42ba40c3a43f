// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which tables hold people: `created_by` and `owner` mean a row of them. Which columns name people
// is told by roles of words.
#pragma once

#include "model/relations/profile/schema_profile.h"

namespace cadastre {

/// At most four per schema, most likely first; schemas without any are absent.
QHash<SchemaId, std::vector<TableId>> peopleTablesBySchema(const SchemaProfile& profile);

} // namespace cadastre

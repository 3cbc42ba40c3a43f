// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which tables of a schema hold its people: those that `created_by` and `owner` point at. Whether a
// column names a person is not decided here.
#pragma once

#include "model/relations/profile/schema_profile.h"

namespace cadastre {

using PeopleBySchema = QHash<SchemaId, std::vector<TableId>>;

/// At most four tables of each schema, most likely first: by name, and by how many columns name
/// their key. Schemas without such a table are left out.
PeopleBySchema findPeopleTables(const SchemaProfile& profile);

} // namespace cadastre

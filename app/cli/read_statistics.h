// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The server statistics of the command line's database, for inference, read only when a person
// asked for them. What they say lives in model/relations/statistics_evidence.
#pragma once

#include "app/cli/opened_database.h"
#include "model/relations/column_statistics.h"

namespace cadastre {

/// Statistics of all sources together, by the columns of the database's catalog. A source without
/// any (snapshot, SQLite, never analyzed, no rights) is a warning on standard error.
StatisticsByColumn readStatistics(const OpenedDatabase& database);

} // namespace cadastre

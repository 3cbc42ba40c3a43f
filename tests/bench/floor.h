// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The floor that reading is measured against: the statements that a read sends, run by the engine's
// own client, and the engine's own dump of a schema.
#pragma once

#include "tests/bench/loaded_database.h"

namespace cadastre::bench {

/// The statements of one read, replayed by psql or mariadb, results thrown away. Absent for SQLite.
std::optional<double> clientMilliseconds(const LoadedDatabase& database);
/// pg_dump --schema-only. Absent for the other engines.
std::optional<double> dumpMilliseconds(const LoadedDatabase& database);

} // namespace cadastre::bench

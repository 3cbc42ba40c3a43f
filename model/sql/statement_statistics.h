// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements that a server has counted: PostgreSQL's pg_stat_statements, the digests of
// MariaDB's and MySQL's performance schema. Only asked when a person wants it; what the texts say
// is read by model/relations/sql.
#pragma once

#include "model/relations/sql/sql_joins.h"
#include "model/sql/source_reader.h"

namespace cadastre {

/// The most frequent statements of the database (of all databases of a MariaDB or MySQL server when
/// the address names none), at most 2,000, most frequent first, with placeholders instead of
/// values. `source` is left to the caller. Connects read-only and disconnects. Blocks: never on the
/// UI thread. Fails with one sentence that says what is missing: extension, setting or right.
Result<std::vector<SqlText>> readStatementStatistics(const DatabaseAddress& address,
                                                     const QString& password,
                                                     const ReadOptions& options,
                                                     ReadControl& control);

} // namespace cadastre

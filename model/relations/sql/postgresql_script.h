// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Scripts and definitions in PostgreSQL's SQL, read with PostgreSQL's own parser: queries, and the
// bodies of functions and DO blocks in SQL and PL/pgSQL. No names are looked up here.
#pragma once

#include "model/relations/sql/sql_query.h"

namespace cadastre {

/// Every query of a script: of plain statements, CREATE VIEW, CREATE TABLE AS, rules, functions
/// and DO blocks. A statement that does not parse costs only itself.
SqlScript readPostgreSqlScript(const QString& script);

} // namespace cadastre

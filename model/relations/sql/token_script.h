// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Queries in the dialects of MariaDB, MySQL and SQLite, read from their tokens: definitions of
// views, bodies of routines and triggers with their control flow, scripts. What cannot be read is
// said; what was read before it stays.
#pragma once

#include "model/catalog/source.h"
#include "model/dialect/mariadb_tokens.h"
#include "model/relations/sql/sql_query.h"

namespace cadastre {

/// The tokens of a text in one form for all these dialects, comments left out.
std::vector<mariadb::Token> sqlTokens(const QString& text, Engine engine, mariadb::SqlMode mode);

/// Every query of the text, wherever it stands: alone, in CREATE VIEW, behind control flow.
SqlScript readTokenScript(const QString& text, Engine engine, mariadb::SqlMode mode);

} // namespace cadastre

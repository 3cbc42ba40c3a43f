// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading and testing one MariaDB and MySQL source. What all engines share lives in model/sql.
#pragma once

#include "model/sql/source_reader.h"

namespace cadastre {

/// As readSource(), for an address of this engine. A server is one source and its databases are its
/// schemas. An address with a database is read for that one alone unless ReadOptions names schemas;
/// without one, all that the user may see but the engine's own.
Result<ReadResult> readMariaDb(const DatabaseAddress& address, const QString& password,
                               const ReadOptions& options, ReadControl& control);
/// As testConnection(), for an address of this engine.
Result<ConnectionTest> testMariaDb(const DatabaseAddress& address, const QString& password,
                                   const ReadOptions& options, ReadControl& control);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reading and testing one SQLite source. What all engines share lives in model/sql.
#pragma once

#include "model/sql/source_reader.h"

namespace cadastre {

/// As readSource(), for an address of this engine.
Result<ReadResult> readSqlite(const DatabaseAddress& address, const QString& password,
                              const ReadOptions& options, ReadControl& control);
/// As testConnection(), for an address of this engine.
Result<ConnectionTest> testSqlite(const DatabaseAddress& address, const QString& password,
                                  const ReadOptions& options, ReadControl& control);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A look at an SQLite file beside its reading: whether its schema is still the same, and whether
// its pages are sound. Nothing is written, and no trace is left beside the file.
#pragma once

#include "model/sql/sqlite/sqlite_file.h"

namespace cadastre {

struct SqliteLook
{
    SqliteFileState file; ///< before it was looked into
    QByteArray schema;    ///< equal as long as no object was made, altered or dropped
    QString damage;       ///< the first finding in SQLite's words; empty where none is known
};

/// Without `checkPages`, or once `shouldStop` says so, the pages are not looked at (to the end).
/// Blocks; fails with one sentence, also while another program has the file locked.
Result<SqliteLook> lookAtSqlite(const QString& path, bool checkPages,
                                const std::function<bool()>& shouldStop);

} // namespace cadastre

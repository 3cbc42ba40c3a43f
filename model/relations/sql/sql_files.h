// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Texts from files that a person names: every *.sql below a folder. Statements inside application
// code are not looked for.
#pragma once

#include "model/relations/sql/sql_joins.h"
#include "model/result.h"

namespace cadastre {

struct SqlFiles
{
    std::vector<SqlText> texts;      ///< sorted by path; `source` is left to the caller
    std::vector<SqlSkipped> skipped; ///< files that are unreadable or too large
};

constexpr qint64 largestSqlFile = 4 * 1024 * 1024;
constexpr qint64 largestSqlTotal = 64 * 1024 * 1024;

/// The files named *.sql (any case) in the folder and below it, links to folders not followed;
/// or the one file when `path` is a file. `placeName` is the path as seen from the folder. Files
/// above largestSqlFile are skipped, as are all behind the first largestSqlTotal bytes. UTF-8, else
/// Latin-1; a byte order mark decides. Fails when there is no such folder, or no such file in it.
Result<SqlFiles> readSqlFiles(const QString& path);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments of the command line as the files of a migration tool. Making their text is in
// model/export/migration.
#pragma once

#include "app/cli/comments/action.h"

namespace cadastre {

/// --migration, --title, --templates, --time.
std::vector<OptionSpec> migrationOptions();

/// Writes the files into the folder of -o; what is there already is never overwritten. Their
/// comments are those of the file, or all that the database has. Prints what is left out.
Result<Nothing> exportMigration(const CommentsInput& input, const Arguments& arguments);

} // namespace cadastre

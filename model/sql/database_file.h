// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a file given as DATABASE is, told by its content and never by its name. The file is looked
// at, not opened as a database.
#pragma once

#include "model/sql/database_address.h"

namespace cadastre {

/// SQLite, Snapshot or Workspace. Fails with one sentence that names the file: missing (it is not
/// created), a directory, empty, unreadable, perhaps encrypted, or something else.
Result<AddressKind> databaseFileKind(const QString& path);

} // namespace cadastre

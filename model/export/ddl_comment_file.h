// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Statements of a comment file: what a comment becomes, and before it, in one line, what it was.
#pragma once

#include "model/catalog/source.h"
#include "model/notes/staged_edits.h"

namespace cadastre {

/// `-- was: 'old words'` (or NULL) and `COMMENT ON COLUMN schema.table.column IS 'new words';`,
/// each on a line, names and literals as PostgreSQL 15 writes them; SQLite's are without schema.
/// Fails with a sentence for names and texts that cannot be written.
Result<QString> columnCommentStatement(const CommentEdit& edit, Engine engine);
/// The same of a table, view, materialized view or foreign table: `COMMENT ON VIEW schema.name`.
Result<QString> tableCommentStatement(const CommentEdit& edit, Engine engine);

} // namespace cadastre

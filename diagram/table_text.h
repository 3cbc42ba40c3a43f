// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a table or column is, in a few plain lines: for tool tips, picture titles and assistive
// technology.
#pragma once

#include "model/notes/object_names.h"

namespace cadastre {

/// Full name, kind, rows, columns and relationships, comment; lines separated by a newline.
/// `names`, of the same catalog, or null: with what is staged, and what it should be called.
QString tableText(const Catalog& catalog, TableId table, const ObjectNames* names = nullptr);
/// Full name, type, null or not, default, comment.
QString columnText(const Catalog& catalog, ColumnId column, const ObjectNames* names = nullptr);
/// tableText() or columnText(); the plain name of anything else.
QString objectText(const Catalog& catalog, ObjectRef object, const ObjectNames* names = nullptr);

} // namespace cadastre

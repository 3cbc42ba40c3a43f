// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a table or column is, in a few plain lines: for tool tips, picture titles and assistive
// technology.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// Full name, kind, rows, columns and relationships, comment; lines separated by a newline.
QString tableText(const Catalog& catalog, TableId table);
/// Full name, type, null or not, default, comment.
QString columnText(const Catalog& catalog, ColumnId column);
/// tableText() or columnText(); the plain name of anything else.
QString objectText(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

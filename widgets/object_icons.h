// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which icon and which word an object of the catalog has, the same in tree, search and inspector.
#pragma once

#include "model/catalog/catalog.h"

#include <QIcon>

namespace cadastre {

/// The name of the icon of an object ("table", "key" for a primary key column, ...).
QString objectIconName(const Catalog& catalog, ObjectRef ref);
/// themedIcon() of it; broken and unread objects have the warning sign instead.
QIcon objectIcon(const Catalog& catalog, ObjectRef ref);
/// "table", "column", "trigger", ...: for tool tips and accessible texts.
QString objectKindText(const Catalog& catalog, ObjectRef ref);
/// Why an object is not as it should be, as a sentence: a broken view or something not read.
std::optional<QString> objectProblem(const Catalog& catalog, ObjectRef ref);
/// The columns of primary and of foreign keys of a table, as offsets from its first column.
struct ColumnRoles
{
    std::vector<bool> primaryKey;
    std::vector<bool> foreignKey;
};
ColumnRoles columnRoles(const Catalog& catalog, TableId table);

} // namespace cadastre

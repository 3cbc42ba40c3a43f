// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What goes with an object when it is dropped and is not in its definition: indexes, owner,
// options, rights, comments. Triggers and rules of views are steps of their own.
#pragma once

#include "model/catalog/catalog.h"
#include "model/result.h"

namespace cadastre {

/// The statement that makes a view, with the algorithm, definer, rights and check option of MariaDB
/// and MySQL around the text of ddlOf(). Fails with a sentence when a name cannot be written.
Result<QString> rolloutView(const Catalog& catalog, TableId view, const QString& ddl);

/// Statements that give back what a view, routine, trigger or rule loses with its drop, each on a
/// line; empty where nothing is lost. Fails with a sentence when a name cannot be written.
Result<QString> rolloutExtras(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

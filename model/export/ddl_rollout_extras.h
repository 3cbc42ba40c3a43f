// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What goes with a view when it is dropped and is not in its definition: indexes, owner, options,
// rights. Triggers and rules are steps of their own.
#pragma once

#include "model/catalog/catalog.h"
#include "model/result.h"

namespace cadastre {

/// The statement that makes a view, with the algorithm, definer, rights and check option of MariaDB
/// and MySQL around the text of ddlOf(). Fails with a sentence when a name cannot be written.
Result<QString> rolloutView(const Catalog& catalog, TableId view, const QString& ddl);

/// Statements that give it back, each on a line; empty where nothing is lost. Fails with a sentence
/// when a name cannot be written.
Result<QString> rolloutExtras(const Catalog& catalog, TableId view);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The steps of reading a MariaDB or MySQL server, one function per text of resources/sql. Each
// fills MariaDbContext; an error means that nothing of its kind could be read. The order is in
// mariadb_reader.cpp.
#pragma once

#include "model/sql/mariadb/mariadb_context.h"

namespace cadastre {

using MariaDbStep = std::optional<SqlError>(MariaDbContext&, StepReport&);

/// Server facts and the databases; decides which of them are in scope.
MariaDbStep readSchemas;
/// Tables, views and sequences; objects that cannot be opened become busy or not read.
MariaDbStep readTables;
MariaDbStep readColumns;
/// View definitions; names what a broken view misses. Needs tables and columns.
MariaDbStep readViews;
/// Primary and unique keys and all indexes.
MariaDbStep readIndexes;
MariaDbStep readForeignKeys;
/// Checks; recognises JSON columns by theirs.
MariaDbStep readChecks;
MariaDbStep readPartitions;
MariaDbStep readTriggers;
/// Routines and their parameters.
MariaDbStep readRoutines;
MariaDbStep readEvents;
/// Users, roles and membership; only the own ones where that is all that may be seen.
MariaDbStep readRoles;
MariaDbStep readGrants;
/// What views, triggers, routines and events use, from their texts. Asks nothing.
MariaDbStep resolveDependencies;
/// Says of tables, triggers, routines and events where the user's privileges may hide some of them.
/// Needs the grants, asks nothing.
std::vector<KindStep> visibilitySteps(MariaDbContext& context);
/// Compares the tables with those of readTables().
MariaDbStep compareTables;

/// The engine's own databases.
bool isSystemSchema(const QString& name);

} // namespace cadastre

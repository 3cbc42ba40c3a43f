// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where objects are kept: in which database, on which server. A PostgreSQL database and an SQLite
// file are a source each; databases of one MariaDB/MySQL server are schemas of one source.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// The schema of a table, routine, type or of what stands under one; absent for roles and what is
/// in no schema.
std::optional<SchemaId> schemaOf(const Catalog& catalog, ObjectRef object);
/// Whether both are in one database. A foreign table as `into` is in another one.
bool areInOneDatabase(const Catalog& catalog, ObjectRef from, ObjectRef into);
/// Whether both are in one source. A foreign table as `into` is in another one.
bool areOnOneServer(const Catalog& catalog, ObjectRef from, ObjectRef into);
/// "database shop_billing": the database as people know it: a schema of MariaDB/MySQL, else the
/// source.
QString databaseName(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

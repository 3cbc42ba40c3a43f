// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A synthetic catalog as the SQL that makes it in a real database, so that what is measured in
// memory and what is measured on a server are the same schema. Only the plain names and types that
// the generator uses are expected; this is no general DDL writer.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre::test {

/// One script of CREATE statements, tables before the foreign keys and views that use them. On
/// MariaDB every schema becomes a database of the same name; SQLite has no schemas, so there the
/// schema's name is put before the table's.
QByteArray syntheticSql(const Catalog& catalog, Engine engine);

} // namespace cadastre::test

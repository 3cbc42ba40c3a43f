// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which texts of a catalog hold SQL: views, routines and triggers, each with what it needs to be
// read. How it is read is not known here.
#pragma once

#include "model/dialect/mariadb_tokens.h"
#include "model/relations/sql/join_collector.h"

namespace cadastre {

/// One text in the dialect of its source.
struct SqlBody
{
    SourceId source;
    SqlPlace place = SqlPlace::View;
    QString placeName;
    QString text;
    std::optional<TableId> view; ///< whose definition it is
    SqlContext context;
    mariadb::SqlMode mode; ///< MariaDB and MySQL
};

struct CatalogSql
{
    std::vector<SqlBody> bodies;
    std::vector<SqlSkipped> skipped; ///< there is a text, but none that could be read
};

/// Views in the order of the tables, then routines, then triggers. The engine's own objects and
/// those of extensions are left out. A trigger function stands once for each table whose triggers
/// call it.
CatalogSql catalogSql(const Catalog& catalog);

/// The text of one view; for tracing its columns.
SqlBody viewSql(const Catalog& catalog, TableId view);

/// The text of one routine, as its engine gives it whole; may be empty.
SqlBody routineSql(const Catalog& catalog, RoutineId routine);

/// What one trigger holds itself; may be empty.
SqlBody triggerSql(const Catalog& catalog, TriggerId trigger);

/// A text that belongs to a rule, policy or event.
SqlBody otherSql(const Catalog& catalog, OtherId other, const QString& text);

/// The same of a text from outside.
SqlBody outsideSql(const SqlText& text);

} // namespace cadastre

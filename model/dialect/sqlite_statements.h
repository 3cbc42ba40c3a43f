// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SQLite statements about one named object, as text, and the quoting of names in them. Nothing is
// run here.
#pragma once

#include <QString>
#include <QStringList>

namespace cadastre {

/// `"name"` with quotes doubled. SQLite has no name with NUL in it.
QString sqliteQuotedName(const QString& name);

/// Statements that are compiled, never run, so that SQLite itself tells what a view reads and what
/// the triggers of a table do.
QString sqliteSelectAll(const QString& view);
QString sqliteInsertNulls(const QString& table, const QStringList& columns);
QString sqliteUpdateAll(const QString& table, const QStringList& columns);
QString sqliteDeleteAll(const QString& table);

} // namespace cadastre

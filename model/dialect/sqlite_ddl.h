// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What only the CREATE text of an SQLite object knows: constraint names, checks, generation
// expressions, comments, what a trigger does. An honest small parser: what it does not understand
// it leaves out. The grammar is https://sqlite.org/lang_createtable.html and its neighbours.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace cadastre {

enum class SqliteConstraintKind : std::uint8_t { PrimaryKey, Unique, Check, ForeignKey };

struct SqliteConstraintDdl
{
    SqliteConstraintKind kind = SqliteConstraintKind::Check;
    QString name; ///< empty for none
    QStringList columns;
    QString expression; ///< of a check, without CHECK ( )
    QString referencedTable;
    QString matchType;
    bool deferrable = false;
    bool initiallyDeferred = false;
    QString comment; ///< of a table constraint that has one of its own
};

struct SqliteColumnDdl
{
    QString name;
    QString comment;
    QString collation;
    QString generationExpression;
    bool autoIncrement = false;
};

struct SqliteTableDdl
{
    QString module; ///< of a virtual table, with its arguments in `moduleArguments`
    QString moduleArguments;
    QString comment;
    std::vector<SqliteColumnDdl> columns;         ///< in order
    std::vector<SqliteConstraintDdl> constraints; ///< in order of the text
};

struct SqliteIndexPartDdl
{
    QString expression; ///< without COLLATE, ASC, DESC; a plain column as written
};

struct SqliteIndexDdl
{
    std::vector<SqliteIndexPartDdl> parts;
    QString predicate; ///< without WHERE
};

struct SqliteTriggerDdl
{
    QString timing; ///< "BEFORE", "AFTER", "INSTEAD OF"; BEFORE where nothing is written
    QString events; ///< "UPDATE OF price, cost"
    QString condition;
    QString body; ///< between BEGIN and END
};

struct SqliteViewDdl
{
    QString comment;
    QStringList columns;
    QString definition; ///< behind AS
};

/// CREATE TABLE and CREATE VIRTUAL TABLE. Comments: one trailing on a column's line or on lines of
/// its own directly before it belongs to the column; one on the line of the opening parenthesis,
/// before it, or behind the closing one to the table. Lines directly behind the opening parenthesis
/// belong to the first column where other columns are commented in that manner, else to the table.
SqliteTableDdl parseSqliteTable(const QString& sql);
SqliteIndexDdl parseSqliteIndex(const QString& sql);
SqliteTriggerDdl parseSqliteTrigger(const QString& sql);
SqliteViewDdl parseSqliteView(const QString& sql);

} // namespace cadastre

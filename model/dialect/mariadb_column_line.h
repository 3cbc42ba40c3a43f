// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A column's line of SHOW CREATE TABLE with another comment, as it must be sent back so that
// nothing else of the column changes: what the server prints is not always what it takes. How lines
// are found is in mariadb_create_table, whole statements in mariadb_comment_statements.
#pragma once

#include "model/dialect/mariadb_create_table.h"

#include <optional>

namespace cadastre::mariadb {

/// What the line does not show and has to be asked for.
struct ColumnFacts
{
    bool isMariaDb = true;
    /// MariaDB's REF_SYSTEM_ID, which it does not print and forgets without it; 0 for none.
    unsigned int referenceSystem = 0;
    /// In place of the literal behind DEFAULT, where that one shows a question mark instead of what
    /// is there: x'ff00', _utf8mb4 x'f09f9880'.
    QByteArray defaultLiteral = {};

    bool operator==(const ColumnFacts&) const = default;
};

/// The line with this comment (already a literal; empty for no comment), without indentation and
/// comma. A JSON column of MariaDB, printed as longtext with a CHECK, is named json again.
QByteArray columnLine(const CreateTableText& table, const TableItem& column,
                      const QByteArray& commentLiteral, const ColumnFacts& facts = {});

/// The line of an index with this comment.
QByteArray indexLine(const CreateTableText& table, const TableItem& index,
                     const QByteArray& commentLiteral);

/// A geometry column: its reference system has to be asked for.
bool isGeometry(const CreateTableText& table, const TableItem& column);
/// The string literal behind DEFAULT contains a question mark: what the server prints for bytes and
/// characters that its catalog's utf8mb3 does not have.
bool hasDoubtfulDefault(const CreateTableText& table, const TableItem& column);
/// The same of the members of ENUM and SET; harmless where the table is not copied.
bool hasDoubtfulMembers(const CreateTableText& table, const TableItem& column);
/// The unescaped literal behind DEFAULT; empty for none.
QByteArray defaultText(const CreateTableText& table, const TableItem& column);
/// GENERATED .. STORED: no server changes its comment without copying the table.
bool isStoredGenerated(const CreateTableText& table, const TableItem& column);
/// TIMESTAMP NOT NULL without DEFAULT: gets one by itself where the session has
/// explicit_defaults_for_timestamp off.
bool isBareTimestamp(const CreateTableText& table, const TableItem& column);
/// A TIMESTAMP with a time in its line, which means another instant in another time zone.
bool namesTime(const CreateTableText& table, const TableItem& column);
/// WITH SYSTEM VERSIONING: the server takes no ALTER (4119) unless history is to be kept as it is.
bool isSystemVersioned(const CreateTableText& table);

} // namespace cadastre::mariadb

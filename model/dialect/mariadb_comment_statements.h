// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements that hold an object, show its definition, and change nothing but its comment on
// MariaDB and MySQL, as text. Who sends them and what is proven afterwards is in model/sql/write.
#pragma once

#include "model/dialect/mariadb_column_line.h"

namespace cadastre::mariadb {

/// How far the server may go for an ALTER TABLE.
enum class AlterAlgorithm : std::uint8_t {
    Instant, ///< the catalog only
    NoCopy,  ///< MariaDB: an index may be built again
    InPlace, ///< MySQL's word for it
    Copy,    ///< the whole table is written again
};

/// A comment as a literal; empty for the empty text, which is no comment.
Result<QByteArray> commentLiteral(const QString& text);

QByteArray modifyColumnClause(const QByteArray& columnLine);
QByteArray tableCommentClause(const QByteArray& literal);
/// Drops the index and those behind it in its list and adds them again, so that their order stays:
/// the server finds that only a comment differs. `commented` are names and literals.
std::vector<QByteArray>
indexCommentClauses(const CreateTableText& table,
                    const std::vector<std::pair<QString, QByteArray>>& commented);

/// Clauses of one ALTER TABLE; `path` is quoted.
QByteArray alterTable(const QByteArray& path, const std::vector<QByteArray>& clauses,
                      AlterAlgorithm algorithm);

/// A lock between programs that ask for it. `name` has letters, digits and dots only.
QByteArray getLock(const QByteArray& name, int seconds);
QByteArray releaseLock(const QByteArray& name);
QByteArray lockTable(const QByteArray& path);
QByteArray unlockTables();
QByteArray showCreate(const QByteArray& kind, const QByteArray& path);
/// What a column without a value gets, in bytes: as stored, as utf8mb4, and its character set.
QByteArray selectDefault(const QByteArray& tablePath, const QByteArray& quotedColumn);

QByteArray alterDatabase(const QByteArray& name, const QByteArray& literal);
/// `kind`: PROCEDURE or FUNCTION.
QByteArray alterRoutine(const QByteArray& kind, const QByteArray& path, const QByteArray& literal);
/// With its definer, whom the server would replace by the present user.
QByteArray alterEvent(const QByteArray& path, const QByteArray& definer, const QByteArray& literal);

} // namespace cadastre::mariadb

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the edits of a request name on MariaDB and MySQL, checked before anything is sent, and which
// of them are held and written together. Nothing is asked of a server here.
#pragma once

#include "model/sql/write/write_ledger.h"

#include <QByteArray>

namespace cadastre::mariadb {

enum class TargetKind : std::uint8_t { Database, Table, Column, Index, Routine, Event };

struct CommentTarget
{
    TargetKind kind = TargetKind::Table;
    QString schema;
    QString object;           ///< table, sequence, routine or event; empty for a database
    QString part;             ///< column or index
    QByteArray showKind;      ///< behind SHOW CREATE: TABLE, PROCEDURE, FUNCTION, ..
    QByteArray path;          ///< quoted, without the part
    QByteArray quotedPart;    ///< of a column
    ObjectRef privilegesOf;   ///< the object whose privileges decide: a column's table
    QString missingPrivilege; ///< "ALTER"

    /// "`shop`.`orders`", as people read it in sentences.
    [[nodiscard]] QString name() const;
};

struct PreparedEdit
{
    std::size_t index = 0; ///< into the request's edits
    CommentEdit edit;
    CommentTarget target;
    QByteArray literal;     ///< of `after`; empty for no comment
    QByteArray undoLiteral; ///< of `before`
};

/// Edits of one table, or one edit of another object.
struct CommentUnit
{
    std::vector<PreparedEdit> edits;

    [[nodiscard]] const CommentTarget& target() const { return edits.front().target; }
    [[nodiscard]] bool isTable() const;
};

struct Preparation
{
    std::vector<CommentUnit> units; ///< in one fixed order: by schema, then name
    std::vector<std::pair<std::size_t, Settlement>> refused;
};

/// Refused: too long, characters that the server would lose, what it keeps in another way.
Preparation prepareUnits(const CommentWriteRequest& request);

/// Who may do what was refused, from the grants that were read: "admin@%, owner@localhost", or "an
/// account with the privilege ALTER on `shop`.`orders`".
QString whoCouldWrite(const Catalog& catalog, const CommentTarget& target);

} // namespace cadastre::mariadb

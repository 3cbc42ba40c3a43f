// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a table is at one moment, as far as writing a comment could change it: the text of SHOW
// CREATE TABLE and what that text does not show. Read before and after, and compared.
#pragma once

#include "model/sql/write/mariadb/comment_session.h"

#include <map>

namespace cadastre::mariadb {

/// The value behind DEFAULT where the server prints question marks.
struct HiddenDefault
{
    QByteArray bytes;   ///< as stored
    QByteArray literal; ///< that gives these bytes; empty where what is printed is true

    bool operator==(const HiddenDefault&) const = default;
};

struct TableState
{
    CreateTableText text;
    std::map<QString, unsigned int> referenceSystems; ///< of geometry columns; not 0
    std::map<QString, HiddenDefault> hiddenDefaults;
};

/// Also tells what is behind the lines of these columns.
std::optional<SqlError> readTableState(CommentSession& session, const CommentTarget& target,
                                       const QStringList& columns, TableState& state);

/// Empty, or in a few words what beside the comments differs.
QString unwantedChange(const TableState& before, const TableState& after,
                       const CommentedParts& parts);

/// The present comment of an edit's object; absent where there is no such object.
std::optional<QByteArray> storedCommentOf(const CreateTableText& table,
                                          const CommentTarget& target);

} // namespace cadastre::mariadb

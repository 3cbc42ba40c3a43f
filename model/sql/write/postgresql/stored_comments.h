// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a server holds as the comments of objects, in one round trip for many of them.
#pragma once

#include "model/sql/postgresql/postgresql_connection.h"
#include "model/sql/write/postgresql/prepared_comments.h"

namespace cadastre::postgresql {

struct StoredComment
{
    QByteArray text;      ///< UTF-8; empty for none
    bool readable = true; ///< false: not valid in the database's encoding

    [[nodiscard]] QString shown() const { return Cell(text).text(); }
};

using PreparedList = std::vector<const PreparedComment*>;

/// Parallel to `comments`; as the session sees them: uncommitted ones of its own, else committed.
[[nodiscard]] std::optional<SqlError> readStored(PostgresConnection& connection,
                                                 const PreparedList& comments,
                                                 std::vector<StoredComment>& stored);

/// The indexes of comments whose objects a transaction holds that has changed comments.
[[nodiscard]] std::optional<SqlError>
readHeld(PostgresConnection& connection, const PreparedList& comments, std::vector<bool>& held);

/// A text of resources/sql/postgresql, without rows.
[[nodiscard]] std::optional<SqlError> runText(PostgresConnection& connection, const char* name,
                                              const QStringList& parameters = {});
QByteArray textOf(const PostgresConnection& connection, const char* name);

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What answers of MariaDB and MySQL mean for an edit, as outcomes and sentences.
#pragma once

#include "model/sql/write/mariadb/comment_session.h"

namespace cadastre::mariadb {

/// Whether nothing more can be asked after this error.
bool endsSession(const SqlError& error);
/// INSTANT is not possible: only a rebuilt index or table would take it.
bool wantsCopy(const SqlError& error);
/// Under LOCK TABLES the server misses other tables that this one needs: a sequence in a default.
bool missesLockedTables(const SqlError& error);
/// ALTER of a system-versioned table without the person's word for it.
bool wantsHistoryKept(const SqlError& error);

/// Why the object of an edit could not be held or read; nothing was sent for it.
Settlement unreadSettlement(const SqlError& error, const QString& role, const Catalog& catalog,
                            const CommentTarget& target);
/// The outcome of an edit whose ALTER failed, where the object was seen to be as before.
Settlement failedSettlement(const SqlError& error, const QString& role, const Catalog& catalog,
                            const CommentTarget& target);
/// Of an edit whose ALTER was under way when the connection was lost.
Settlement lostSettlement();

/// "The server changes this comment only by copying the table: .."
QString copySentence(const QString& serverWords);
extern const char* const historySentence;
/// Without LOCK TABLES, for the report.
QString notExcludedSentence(const QString& role, const CommentTarget& target);

} // namespace cadastre::mariadb

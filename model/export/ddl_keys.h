// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statements that add one foreign key, in the words of each engine. Whether one can be added,
// and under which names, is decided by who asks.
#pragma once

#include <QString>

namespace cadastre {

/// Everything quoted already.
struct NewKey
{
    QString childTable;
    QString childColumns; ///< joined by commas
    QString parentTable;
    QString parentColumns;
    QString constraint;
    QString index;                 ///< of the child columns; empty where there is one
    bool childPartitioned = false; ///< PostgreSQL does things to partitioned tables at once only
    bool rowsInTheWay = false;     ///< rows without a parent are known: checking them must fail
};

/// The missing index without blocking writers, the key for new rows, then the check of the old ones
/// under a weak lock. A check that must fail is written as a comment.
QString postgresqlKeyStatements(const NewKey& key);

/// One ALTER TABLE; a comment where rows in the way would make it fail.
QString mariadbKeyStatements(const NewKey& key);

/// SQLite adds no key to a table that exists: comments that tell what to write in the new one. How
/// one is made is for the head of the script.
QString sqliteKeyStatements(const NewKey& key);

/// Every line of the text as a comment of SQL.
QString sqlComment(const QString& text);

} // namespace cadastre

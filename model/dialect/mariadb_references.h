// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a view's SELECT or the body of a trigger, routine or event uses: tables read, tables
// written, routines called, and columns where they are certain. Only the text is looked at, no
// catalog; what cannot be read is said, not guessed.
#pragma once

#include "model/dialect/mariadb_tokens.h"

namespace cadastre::mariadb {

enum class ReferenceKind : std::uint8_t { Reads, Writes, Calls };

struct Reference
{
    QString schema; ///< empty: the default one of the text's owner
    QString name;   ///< table, view or routine
    QString column; ///< empty: the object itself
    ReferenceKind kind = ReferenceKind::Reads;

    bool operator==(const Reference&) const = default;
    bool operator<(const Reference& other) const;
};

struct References
{
    std::vector<Reference> all; ///< sorted, each once; a column's table is in it too
    /// Columns of its own row that a trigger sets: SET NEW.name = ..; sorted, each once.
    QStringList assignedColumns;
    /// PREPARE or EXECUTE IMMEDIATE: what that text uses cannot be known.
    bool dynamicSql = false;
    /// Why the text could be read only up to a point; empty when it was read to its end.
    QString unreadable;

    bool operator==(const References&) const = default;
};

/// Of a view's definition or any body of statements, in the server's or a person's writing. An
/// unqualified column is left out, `t.column` is resolved through the aliases of its query.
References referencesOf(const QString& sql, SqlMode mode = {});

} // namespace cadastre::mariadb

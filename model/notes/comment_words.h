// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words between ON and the name in a COMMENT statement, and what kind of name follows each.
// How statements are read and printed is in comment_file.
#pragma once

#include "model/catalog/catalog.h"

#include <span>

namespace cadastre {

enum class CommentNameForm : std::uint8_t {
    Plain,     ///< one part: schema, database, role
    Qualified, ///< [schema.]name
    Index,     ///< [schema.]name, or name ON [schema.]table
    Column,    ///< [schema.]table.column
    Routine,   ///< [schema.]name(types)
    OnTable,   ///< name ON [schema.]table
    OnDomain,  ///< name ON DOMAIN [schema.]domain
};

struct CommentWord
{
    QLatin1String word; ///< as in CommentTarget: upper case, one space between words
    CommentNameForm form = CommentNameForm::Qualified;
    /// Words of one group share their names: a view cannot be called as a table is.
    QLatin1String group;
};

/// Longer ones before those that they begin with.
std::span<const CommentWord> commentWords();
/// Null for a word that is none.
const CommentWord* commentWord(QStringView word);

/// Of an object; empty for kinds whose comments no comment file can name.
QString commentWordOf(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What words usually do in names of columns and tables: they mark an identifier, mean a person,
// point at a parent, name an attribute. Lists of words, in the languages that schemas are written
// in; the schema's own table names are the better dictionary wherever they speak.
#pragma once

#include <QFlags>
#include <QString>

namespace cadastre {

enum class WordRole : std::uint16_t {
    Identifier = 0x1,     ///< id, uuid, key, fk, sk: says that the column identifies something
    WeakIdentifier = 0x2, ///< code, no, name, ref: identifies in some schemas
    PersonTable = 0x4,    ///< users, employees: a table of people
    PersonRole = 0x8,     ///< owner, author, creator: a person in a role
    By = 0x10,            ///< by, von, par: what stands before it was done by a person
    Action = 0x20,        ///< created, updated, approved: done by a person when `by` follows
    Relative = 0x40,      ///< parent, root, previous, manager: another row of the same table
    Attribute = 0x80,     ///< status, amount, date, email: rarely a reference
    Foreign = 0x100,      ///< external, legacy, remote: identifies something outside
    Type = 0x200,         ///< type, kind, class
    Filler = 0x400,       ///< to, of, the, default, main: says nothing of the target
};
Q_DECLARE_FLAGS(WordRoles, WordRole)
Q_DECLARE_OPERATORS_FOR_FLAGS(WordRoles)

/// `word` is case-folded. No role for an unknown word.
WordRoles wordRoles(const QString& word);

} // namespace cadastre

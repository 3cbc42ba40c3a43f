// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Type values that stand in words: in the default of a type column and in the comments of a pair
// ("Post, Photo or Video", "'App\Models\User'"). Used where no list of values is known.
#pragma once

#include "model/relations/structure/table_names.h"

#include <QStringList>

namespace cadastre {

/// The words that name tables, in the order of the text, each once: quoted ones, and those of a
/// list of at least two of which most name tables. Words that name none are left out.
QStringList tableWordsIn(const QString& text, const TableNames& names, TableId near);

/// The literal of a default: `'Post'::character varying` -> Post. Absent for anything else.
std::optional<QString> literalDefault(const Column& column);

} // namespace cadastre

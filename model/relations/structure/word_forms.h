// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One form of words that are spelled in several: singular and plural, glued and apart. Splitting
// names into words lives in model/search/words.h.
#pragma once

#include <QStringList>

namespace cadastre {

/// The singular of a word in lower case, as far as its ending tells: entries -> entry, addresses
/// -> address, people -> person, status -> status.
QString singularWord(const QString& word);

/// The words in one, the last one in the singular: blog, posts -> blogpost. Equal for every
/// spelling of one table name.
QString joinedSingular(const QStringList& words, qsizetype from = 0, qsizetype length = -1);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names that are only spelled alike: beginnings of words run together (`custaddr` for
// customer_addresses), letters left out (`cstmr`), typing errors. What names really say is
// compared in words.h.
#pragma once

#include <QStringList>

namespace cadastre {

/// How well the letters (a compactName()) fit the words of a name without standing in it, 0 (not
/// at all) to 40: beginnings of its words in order before a word with letters left out before one
/// with a typing error. Less than three letters fit nothing, but the first ones of as many words.
int similarNameScore(QStringView letters, const QStringList& words);

/// Whether the word is the other one, or its beginning, but for one typing error (two from eight
/// letters on): a letter too many, too few, another one, or two that changed places. The first
/// letter must be right.
bool isMistyped(QStringView typed, QStringView word);

} // namespace cadastre

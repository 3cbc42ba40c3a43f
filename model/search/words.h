// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words of names: how snake_case, camelCase, PascalCase, UPPER_CASE and digits fall apart, and
// which words mean the same in names. What is looked for with them lives in search.cpp.
#pragma once

#include <QStringList>

namespace cadastre {

/// The words of a name in order, case-folded: `customerID2` -> customer, id, 2. Everything that is
/// neither letter nor digit separates.
QStringList nameWords(QStringView name);

/// Only the letters and digits, case-folded: `Created_At` -> createdat.
QString compactName(QStringView name);

/// How well a word of a query fits a word of a name, 0 (not at all) to 100 (the same): same stem,
/// same meaning (`at`, `on`, `date`; `no`, `number`), beginning, part.
int wordSimilarity(QStringView query, QStringView word);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Forms of words in names: what is left when number and endings are taken off, so that `companies`
// meets `company`, `Konten` meets `Konto` and `клиенты` meets `клиент`. No dictionary of a
// language: some irregular English plurals only.
#pragma once

#include <QString>

namespace cadastre {

/// The word without plural endings, for comparison only: `addresses` and `address` give the same.
/// `word` is case-folded.
QString wordStem(const QString& word);

/// The stem without its last vowels and the endings that plurals of other languages have: `konten`
/// and `konto`, `utenti` and `utente` give the same. Looser than wordStem().
QString looseStem(const QString& word);

/// Whether `shortForm` (two letters or more) can stand for `word`: its beginning, or its letters in
/// order from the first one, vowels left out (`qty`, `cust`, `addr`, `dept`).
bool isAbbreviation(QStringView shortForm, QStringView word);

} // namespace cadastre

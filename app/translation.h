// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Translations of the window: `cadastre_<locale>.qm` of the share folder, where there is one. The
// command line speaks English and its files are the same everywhere.
#pragma once

#include <QLocale>
#include <QStringList>

namespace cadastre {

/// Where translations are looked for, the first that has one wins.
QStringList translationFolders();
/// Loads what there is for the languages of `locale`, and Qt's own texts; returns whether the
/// program's own texts are translated. The translators belong to the application.
bool installTranslations(const QLocale& locale);

} // namespace cadastre

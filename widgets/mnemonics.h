// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Mnemonics: the letters behind Alt, each once in a menu or a dialog.
#pragma once

#include <QStringList>

namespace cadastre {

/// The letter after the first single '&', upper case; null where there is none.
QChar mnemonicOf(const QString& text);
/// Without mnemonic: "&&" becomes "&".
QString withoutMnemonic(const QString& text);
/// The same texts with every letter at most once: the first that has it keeps it; others get the
/// beginning of another word, another letter, or none where all are taken. Texts without a
/// mnemonic stay as they are: they may be names.
QStringList withUniqueMnemonics(const QStringList& texts);

} // namespace cadastre

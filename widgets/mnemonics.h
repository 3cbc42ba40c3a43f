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
/// A name as the text of a menu's entry: an ampersand is a letter, and the middle of one with more
/// letters than `longest` makes room for the screen.
QString menuName(const QString& name, int longest = 60);
/// The same texts with every letter at most once: the first that has it keeps it; others get the
/// beginning of another word, another letter, or none where all are taken. Texts without a
/// mnemonic stay as they are: they may be names.
QStringList withUniqueMnemonics(const QStringList& texts);

} // namespace cadastre

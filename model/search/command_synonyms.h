// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How commands are found by what people call them: "font" for text size, "picture" for export,
// "theme" for light and dark. Commands are few and each has a sentence of its own, so that letters
// which are only similar find too much: words must begin, or be typed with one slip.
#pragma once

#include <QStringList>

namespace cadastre {

/// What a word can stand for in the texts of commands, the word itself first.
QStringList commandWords(const QString& word);

/// How well words fit a command, 0 for not at all; comparable with spokenScore(). Each word must be
/// in its title, its place in the menus or the sentence that says what it does, by itself or by
/// what it stands for; letters of a title's words in order ("sho everyt") fit, too.
int commandTextScore(const QStringList& words, const QString& title, const QString& path,
                     const QString& sentence);

} // namespace cadastre

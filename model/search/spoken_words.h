// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words as people say them, made fit for comparing with names: "the customer's e-mail" is customer,
// email. Which names fit lives elsewhere.
#pragma once

#include <QStringList>

namespace cadastre {

/// Without 's, hyphens of e-mail and the like; without articles and question words where anything
/// else is left.
QStringList spokenWords(const QStringList& words);

/// How well words fit a text such as the name of a command, 0 (a word is missing) to 100. Words
/// that stand only in `around` (the menu) count half.
int spokenScore(const QStringList& words, const QString& text, const QString& around = {});

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sentences of the model as a window shows them: texts for terminals and Markdown have their names
// between backticks, which nobody needs to see here.
#pragma once

#include <QString>

namespace cadastre {

/// Without the backticks that stand in pairs around a name; others stay.
QString plainSentence(const QString& sentence);

} // namespace cadastre

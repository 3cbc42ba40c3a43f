// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tag lines of comments (`@references customers(id)`): adding one without touching a byte of what
// is there. What tags mean lives with who reads them.
#pragma once

#include <QString>

namespace cadastre {

/// The text with the line added to its notes: behind the run of tag lines at its end, else behind
/// the run at its start (PostGraphile's manner), else below the words, with the text's own line
/// ending. `line` is one tag line.
QString withTagLine(const QString& text, const QString& line);

/// Whether a tag line says this already, wherever it stands; blanks outside quotes do not count.
bool hasTagLine(const QString& text, const QString& line);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Suggested notes and a comment's text: which of them the text lacks, and the text with them. What
// is suggested lives in model/worklist.
#pragma once

#include <QStringList>

namespace cadastre {

/// The lines of the suggestion (tag lines, one each) that the text does not have, in their order.
/// Of references each is one of its own; of every other tag the text's own note counts, whatever
/// it says.
QStringList missingNotes(const QString& text, const QString& suggestion);

/// The text with the missing notes at the end of its notes block; the text itself for none.
QString withMissingNotes(const QString& text, const QString& suggestion);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two texts and what differs between them as rich text: removed parts are struck through, added
// ones underlined, so that colour is never the only sign. Finding the difference lives in
// model/notes/comment_merge.h.
#pragma once

#include "model/notes/comment_merge.h"

namespace cadastre {

/// Characters of equal parts, and of one changed part, that are shown at most; the rest is counted.
constexpr qsizetype shownSamePart = 600;
constexpr qsizetype shownChangedPart = 20000;

/// The difference as HTML; nothing of the texts is markup. Line ends, tabs and outer spaces inside
/// changed parts have signs. "No comment" stands for an empty text.
QString differenceHtml(const QString& before, const QString& after);

/// One text as HTML, with control and direction characters as their code points.
QString plainTextHtml(const QString& text);

/// The text with control and direction characters as `⟨U+202E⟩`: what is read is what is there.
QString withVisibleControls(const QString& text);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The text of a comment taken apart: human words and the block of notes (tag lines), with spans, so
// that words, fields and raw text are three editors of one text. What single tags mean is in
// note_tags; parse and print give the same bytes, since printing is never anything but the text.
#pragma once

#include "model/notes/tag_lines.h"
#include "model/result.h"

#include <optional>

namespace cadastre {

struct CommentText
{
    QString words; ///< without the blank lines between words and notes; line endings as written
    std::vector<TagLine> notes; ///< of the block, in order, spans into the whole text
    qsizetype wordsStart = 0;
    qsizetype wordsEnd = 0;   ///< behind the words
    qsizetype blockStart = 0; ///< of the notes block; blockStart == blockEnd for none
    qsizetype blockEnd = 0;

    bool operator==(const CommentText&) const = default;
};

CommentText parseCommentText(const QString& text);

/// The text with other words; no byte of the notes changes. Words that would themselves be read as
/// notes, or move the block, are refused with a sentence.
Result<QString> withWords(const QString& text, const QString& words);

/// The line ending that the text itself uses: CRLF or LF; LF where it has none.
QString lineEndingOf(const QString& text);

/// The text without one line of its notes block, its line ending included.
QString withoutNote(const QString& text, const TagLine& note);

/// The value of the first note of this name in the block; absent for none.
std::optional<QString> noteValue(const QString& text, const QString& name);

} // namespace cadastre

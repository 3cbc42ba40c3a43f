// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether a comment documents its object; the decision which notes explain is in the header.
#include "model/notes/comment_text.h"
#include "model/notes/note_tags.h"
#include "model/worklist/coverage.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

bool explainsObject(const TagLine& note)
{
    static constexpr std::array unexplaining{QLatin1String("convention"), QLatin1String("owner"),
                                             QLatin1String("private"), QLatin1String("keep")};
    const NoteTag* tag = noteTag(note.name);
    return tag != nullptr && std::ranges::find(unexplaining, tag->name) == unexplaining.end() &&
           !(tag->needsValue && note.value.isEmpty());
}

} // namespace

bool isDocumented(const QString& comment)
{
    if (!comment.contains(QLatin1Char('@')))
        return !comment.trimmed().isEmpty();
    const CommentText text = parseCommentText(comment);
    return !text.words.trimmed().isEmpty() || std::ranges::any_of(text.notes, explainsObject);
}

} // namespace cadastre

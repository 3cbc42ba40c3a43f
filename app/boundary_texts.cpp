// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Puts comments together; see the header.
#include "app/boundary_texts.h"

#include "model/boundaries/boundary_notes.h"
#include "model/notes/comment_file.h"

namespace cadastre {

Result<QString> boundaryCommentFile(const BoundaryState& state)
{
    QString text;
    QString source;
    for (const CommentEdit& edit :
         boundaryNoteEdits(*state.catalog, state.boundaries, state.check.ownership)) {
        if (!state.catalog->find(edit.key))
            continue;
        const Result<QString> statement = commentFileOf(*state.catalog, {edit});
        if (!statement)
            return statement.error();
        if (edit.key.source != source)
            text += QStringLiteral("%1-- %2\n")
                        .arg(text.isEmpty() ? QString() : QStringLiteral("\n"),
                             edit.key.source.simplified());
        source = edit.key.source;
        text += *statement;
    }
    return text;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where the comment of an object lives: in the database itself, in the sidecar file beside it, or
// nowhere; with the reason as a sentence, and how long it may be. What is written there is
// elsewhere.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

enum class CommentPlace : std::uint8_t { Database, Sidecar, None };

struct CommentHome
{
    CommentPlace place = CommentPlace::None;
    /// One sentence for people: "Goes into the catalog by COMMENT ON.", "MariaDB cannot store
    /// comments of views; this one goes into the file beside the workspace."
    QString sentence;
    int limit = 0; ///< characters the engine keeps; 0: no limit
    /// Only characters of the basic plane: an emoji would silently become a question mark.
    bool basicPlaneOnly = false;
    /// The server keeps the comment in a file of lines: it cannot have line breaks.
    bool oneLine = false;

    bool operator==(const CommentHome&) const = default;
};

CommentHome commentHomeOf(const Catalog& catalog, ObjectRef object);

/// What is stored where the comment lives: a comment inside SQLite's DDL is shown, but the sidecar,
/// which wins over it, has none yet.
[[nodiscard]] inline QString storedComment(const Comment& comment)
{
    return comment.origin == CommentOrigin::Ddl ? QString() : comment.text;
}

/// An edit that begins with what the catalog holds now, its identity included.
struct CommentEdit;
CommentEdit commentEditOf(const Catalog& catalog, ObjectRef object, const QString& after);

} // namespace cadastre

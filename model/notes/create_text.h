// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words that stand as a comment inside a CREATE text, as SQLite keeps it: people see them, and a
// first comment in the sidecar stands in front of them. What is stored is storedComment()'s matter.
#pragma once

#include "model/catalog/object_base.h"

namespace cadastre {

/// Empty for a comment that is stored anywhere else.
[[nodiscard]] inline QString createTextComment(const Comment& comment)
{
    return comment.origin == CommentOrigin::Ddl ? comment.text : QString();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The SQL of comments staged on a snapshot, where no server can be asked: for migrations only.
#pragma once

#include "model/notes/comment_write.h"

namespace cadastre {

/// Parallel to the edits. PostgreSQL's statements need nothing but the catalog; those of MariaDB
/// and MySQL need the column's line as the server writes it, and are refused.
std::vector<PlannedComment> offlinePlan(const Catalog& catalog, SourceId source,
                                        const std::vector<CommentEdit>& edits);

} // namespace cadastre

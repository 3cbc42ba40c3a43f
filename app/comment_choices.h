// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the notes of a catalog's comments can say: owners, conventions, tables and their columns,
// values that columns may hold. Made off the UI thread; values in, value out.
#pragma once

#include "model/boundaries/boundaries.h"
#include "widgets/comment_view.h"

namespace cadastre {

struct CommentChoices
{
    std::shared_ptr<const Catalog> catalog; ///< whose columns `values` are of
    std::shared_ptr<const NoteChoices> notes;
    QHash<ColumnId, QStringList> values;
};

/// `conventions`: those of the workspace's list; what comments name already is added.
CommentChoices makeCommentChoices(const std::shared_ptr<const Catalog>& catalog,
                                  const Boundaries& boundaries, const QStringList& conventions);

} // namespace cadastre

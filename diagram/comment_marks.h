// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the diagram tells of comments beside what its graph knows: which objects have a staged edit,
// and by which of two names they are shown. No table moves for it.
#pragma once

#include "model/notes/object_names.h"

#include <QSet>

namespace cadastre {

struct CommentMarks
{
    ObjectNames names;
    QSet<TableId> touched; ///< tables with something staged in them
};

std::shared_ptr<const CommentMarks> commentMarks(ObjectNames names);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/comment_marks.h"

#include "model/catalog/containment.h"

namespace cadastre {

std::shared_ptr<const CommentMarks> commentMarks(ObjectNames names)
{
    auto marks = std::make_shared<CommentMarks>();
    marks->names = std::move(names);
    if (marks->names.comments == nullptr || marks->names.comments->catalog() == nullptr)
        return marks;
    const Catalog& catalog = *marks->names.comments->catalog();
    for (const auto& [key, edit] : marks->names.comments->staged().edits()) {
        auto object = catalog.find(key);
        while (object && object->kind != ObjectKind::Table && object->kind != ObjectKind::Source)
            object = parentOf(catalog, *object);
        if (object && object->kind == ObjectKind::Table)
            marks->touched.insert(TableId{object->index});
    }
    return marks;
}

} // namespace cadastre

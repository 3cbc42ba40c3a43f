// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/notes/keep_note.h"

#include "model/notes/tag_lines.h"

namespace cadastre {

std::optional<QString> keepReason(const QString& comment)
{
    if (!comment.contains(QLatin1String("@keep"), Qt::CaseInsensitive))
        return std::nullopt;
    for (const TagLine& line : tagLinesOf(comment)) {
        if (line.name.compare(QLatin1String("keep"), Qt::CaseInsensitive) == 0)
            return line.value;
    }
    return std::nullopt;
}

std::optional<QString> keepReason(const Catalog& catalog, ObjectRef object,
                                  const CommentedCatalog* staged)
{
    auto reason = keepReason(catalog.base(object).comment.text);
    const bool isAsked = staged != nullptr && staged->catalog().get() == &catalog;
    if (!reason && isAsked && staged->isStaged(object))
        reason = keepReason(staged->comment(object));
    return reason;
}

} // namespace cadastre

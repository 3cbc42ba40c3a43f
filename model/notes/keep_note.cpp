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

} // namespace cadastre

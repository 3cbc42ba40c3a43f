// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words for what comes of writing; see the header.
#include "model/notes/comment_write.h"

namespace cadastre {

QString writeOutcomeName(WriteOutcome outcome)
{
    switch (outcome) {
    case WriteOutcome::Written:
        return QStringLiteral("written");
    case WriteOutcome::Unchanged:
        return QStringLiteral("unchanged");
    case WriteOutcome::Conflict:
        return QStringLiteral("conflict");
    case WriteOutcome::Refused:
        return QStringLiteral("refused");
    case WriteOutcome::Busy:
        return QStringLiteral("busy");
    case WriteOutcome::NotTried:
        return QStringLiteral("not tried");
    case WriteOutcome::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre

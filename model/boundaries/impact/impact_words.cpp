// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/impact/impact_words.h"

#include "model/catalog/kind_words.h"

namespace cadastre {

QString impactSubject(const Catalog& catalog, ObjectRef object)
{
    return QString(objectKindName(catalog, object) + QLatin1Char(' ') + catalog.displayName(object))
        .trimmed();
}

QString impactReasonWords(ImpactReason reason)
{
    switch (reason) {
    case ImpactReason::Reads:
        return QStringLiteral("reads");
    case ImpactReason::Writes:
        return QStringLiteral("writes");
    case ImpactReason::Calls:
        return QStringLiteral("calls");
    case ImpactReason::ForeignKey:
        return QStringLiteral("has a foreign key to");
    case ImpactReason::Logical:
        return QStringLiteral("refers, without a foreign key, to");
    case ImpactReason::Copy:
        return QStringLiteral("is a copy of");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre

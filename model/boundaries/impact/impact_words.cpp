// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/impact/impact_words.h"

namespace cadastre {

namespace {

QString impactKindWord(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Table:
        return tableKindName(catalog.table({object.index}).kind);
    case ObjectKind::Column:
        return QStringLiteral("column");
    case ObjectKind::Constraint:
        return constraintKindName(catalog.constraint({object.index}).kind);
    case ObjectKind::Index:
        return QStringLiteral("index");
    case ObjectKind::Trigger:
        return QStringLiteral("trigger");
    case ObjectKind::Routine:
        return catalog.routine({object.index}).kind == RoutineKind::Procedure
                   ? QStringLiteral("procedure")
                   : QStringLiteral("function");
    case ObjectKind::Type:
        return QStringLiteral("type");
    case ObjectKind::Other:
        return catalog.other({object.index}).kindName;
    default:
        return {};
    }
}

} // namespace

QString impactSubject(const Catalog& catalog, ObjectRef object)
{
    return QString(impactKindWord(catalog, object) + QLatin1Char(' ') + catalog.displayName(object))
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

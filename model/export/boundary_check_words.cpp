// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words of boundary checks in files; see boundary_check_formats.h.
#include "model/export/boundary_check_formats.h"

namespace cadastre {

QString boundarySeverityName(BoundarySeverity severity)
{
    switch (severity) {
    case BoundarySeverity::Note:
        return QStringLiteral("note");
    case BoundarySeverity::Warning:
        return QStringLiteral("warning");
    case BoundarySeverity::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

QString ownershipProblemName(OwnershipProblemKind kind)
{
    switch (kind) {
    case OwnershipProblemKind::TwoOwners:
        return QStringLiteral("two-owners");
    case OwnershipProblemKind::PatternUnmatched:
        return QStringLiteral("pattern-unmatched");
    case OwnershipProblemKind::MemberMissing:
        return QStringLiteral("member-missing");
    case OwnershipProblemKind::ExposureMissing:
        return QStringLiteral("object-missing");
    case OwnershipProblemKind::RoleUnmatched:
        return QStringLiteral("role-unmatched");
    case OwnershipProblemKind::UnknownParent:
        return QStringLiteral("unknown-parent");
    case OwnershipProblemKind::UnknownOwnerNote:
        return QStringLiteral("unknown-owner-note");
    case OwnershipProblemKind::NoteContradicts:
        return QStringLiteral("note-contradicts");
    case OwnershipProblemKind::Unreadable:
        return QStringLiteral("unreadable");
    case OwnershipProblemKind::RuleUnmatched:
        return QStringLiteral("rule-unmatched");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre

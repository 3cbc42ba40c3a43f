// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is found about boundaries in what servers were read from, as lines that a test can list.
#pragma once

#include "model/boundaries/crossings/boundary_check.h"
#include "model/relations/relationship.h"

#include <QStringList>

#include <algorithm>
#include <atomic>

namespace cadastre::test {

/// The whole check with declared relationships only, as of a fixed day.
inline BoundaryCheck checkOf(const Catalog& catalog, const Boundaries& boundaries)
{
    const std::atomic_bool cancelled = false;
    return checkBoundaries(catalog, declaredRelationships(catalog), readUses(catalog, cancelled),
                           boundaries, QDate(2026, 1, 1));
}

inline Boundary boundaryWith(const QStringList& members, const QStringList& roles = {})
{
    Boundary boundary;
    boundary.members = members;
    boundary.roles = roles;
    return boundary;
}

/// As displayed; roles by their plain names.
inline QString shownName(const Catalog& catalog, ObjectRef object)
{
    return object.kind == ObjectKind::Role ? catalog.role({object.index}).name
                                           : catalog.displayName(object);
}

/// "kind from -> into" of crossings of the kinds, by what is displayed; all kinds when empty.
inline QStringList crossingTexts(const Catalog& catalog, const BoundaryCheck& check,
                                 const std::vector<CrossingKind>& kinds = {})
{
    QStringList lines;
    for (const JudgedCrossing& judged : check.crossings) {
        const Crossing& crossing = judged.crossing;
        if (!kinds.empty() && std::ranges::find(kinds, crossing.kind) == kinds.end())
            continue;
        QString line = crossingKindName(crossing.kind) + QLatin1Char(' ') +
                       shownName(catalog, crossing.from) + QStringLiteral(" -> ") +
                       shownName(catalog, crossing.into);
        if (crossing.kind == CrossingKind::WriteGrant)
            line += QStringLiteral(" ") + privilegesText(crossing.privileges);
        if (crossing.columnsKnown && !crossing.columns.empty()) {
            QStringList names;
            for (const ColumnId column : crossing.columns)
                names << catalog.column(column).name;
            line += QStringLiteral(" (") + names.join(QLatin1Char(',')) + QLatin1Char(')');
        }
        if (!crossing.sameDatabase)
            line += QStringLiteral(" elsewhere");
        if (judged.state != CrossingState::Undecided)
            line += QLatin1Char(' ') + crossingStateName(judged.state);
        lines << line;
    }
    lines.sort();
    return lines;
}

/// "rule object" of every finding.
inline QStringList findingTexts(const Catalog& catalog, const BoundaryCheck& check)
{
    QStringList lines;
    for (const BoundaryFinding& finding : check.findings) {
        lines << (finding.object ? QString(finding.rule + QLatin1Char(' ') +
                                           shownName(catalog, *finding.object))
                                 : finding.rule);
    }
    lines.sort();
    return lines;
}

/// Sentences of one rule.
inline QStringList sentencesOf(const BoundaryCheck& check, const char* rule)
{
    QStringList sentences;
    for (const BoundaryFinding& finding : check.findings) {
        if (finding.rule == QLatin1String(rule))
            sentences << finding.sentence;
    }
    return sentences;
}

} // namespace cadastre::test

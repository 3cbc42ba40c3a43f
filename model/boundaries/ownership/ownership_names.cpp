// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries by name: who is inside whom, and what `@owner` names; see the header.
#include "model/boundaries/ownership/ownership_parts.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Every boundary whose parents lead back to itself.
bool isInParentCircle(const std::vector<int>& parents, int start)
{
    int at = parents[start];
    for (std::size_t steps = 0; at >= 0 && steps < parents.size(); ++steps) {
        if (at == start)
            return true;
        at = parents[at];
    }
    return false;
}

OwnershipProblem parentProblem(const QString& name, const QString& parent, const QString& why)
{
    return {OwnershipProblemKind::UnknownParent, name, parent, std::nullopt,
            QStringLiteral("Boundary %1 is inside %2, %3.").arg(name, parent, why)};
}

QString foldedOwnerName(const QString& name)
{
    return name.trimmed().toCaseFolded();
}

} // namespace

void findBoundaryNames(const Boundaries& boundaries, Ownership& ownership)
{
    for (const auto& [name, boundary] : boundaries.entries)
        ownership.names.push_back(name);
    std::vector<int> parents;
    for (const auto& [name, boundary] : boundaries.entries) {
        parents.push_back(ownership.indexOf(boundary.parent).value_or(-1));
        if (!boundary.parent.isEmpty() && parents.back() < 0)
            ownership.problems.push_back(parentProblem(
                name, boundary.parent,
                QStringLiteral("which is no boundary: add it, or choose another one")));
    }
    ownership.parents = parents;
    for (int i = 0; i < static_cast<int>(parents.size()); ++i) {
        const int parent = parents[i];
        if (parent < 0)
            continue;
        const bool isCircle = isInParentCircle(parents, i);
        if (isCircle)
            ownership.parents[i] = -1;
        if (isCircle || parents[parent] >= 0)
            ownership.problems.push_back(parentProblem(
                ownership.names[i], ownership.names[parent],
                isCircle ? QStringLiteral("which is inside it in turn: take one of the parents "
                                          "out")
                         : QStringLiteral("which is inside another one itself; boundaries nest "
                                          "one level: choose the outermost one")));
    }
}

bool isInsideBoundary(const Ownership& ownership, BoundaryIndex inner, BoundaryIndex outer)
{
    for (int at = ownership.parents[inner]; at >= 0; at = ownership.parents[at]) {
        if (at == outer)
            return true;
    }
    return false;
}

OwnerNames::OwnerNames(const Boundaries& boundaries)
{
    BoundaryIndex index = 0;
    for (const auto& [name, boundary] : boundaries.entries) {
        m_byName.insert(name, index);
        m_byFoldedName[foldedOwnerName(name)].push_back(index);
        if (const QString team = foldedOwnerName(boundary.owner); !team.isEmpty())
            m_byTeam[team].push_back(index);
        ++index;
    }
}

std::vector<BoundaryIndex> OwnerNames::boundariesOf(const QString& owner) const
{
    if (const auto exact = m_byName.constFind(owner); exact != m_byName.constEnd())
        return {*exact};
    const QString folded = foldedOwnerName(owner);
    const auto named = m_byFoldedName.constFind(folded);
    return named != m_byFoldedName.constEnd() ? *named : m_byTeam.value(folded);
}

} // namespace cadastre

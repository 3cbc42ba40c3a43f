// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The parts of ownershipOf() that stand on their own: who is inside whom, what `@owner` names, what
// objects are to others, whom roles act for. Only ownership.cpp calls them.
#pragma once

#include "model/boundaries/boundary_notes.h"
#include "model/boundaries/ownership/ownership.h"

namespace cadastre {

/// Notes of the objects whose comments have any.
using NotesByObject = QHash<ObjectRef, BoundaryNotes>;

/// Fills `names` and `parents`.
void findBoundaryNames(const Boundaries& boundaries, Ownership& ownership);
/// Whether a boundary is somewhere inside another one.
bool isInsideBoundary(const Ownership& ownership, BoundaryIndex inner, BoundaryIndex outer);

/// What `@owner` may name: boundaries, else teams; letter case aside.
class OwnerNames
{
public:
    explicit OwnerNames(const Boundaries& boundaries);

    /// One; or all that are of a team; or none.
    [[nodiscard]] std::vector<BoundaryIndex> boundariesOf(const QString& owner) const;

private:
    QHash<QString, BoundaryIndex> m_byName;
    QHash<QString, std::vector<BoundaryIndex>> m_byFoldedName;
    QHash<QString, std::vector<BoundaryIndex>> m_byTeam;
};

/// Fills `exposures` and `routineExposures`: the document over notes.
void findExposures(const Catalog& catalog, const Boundaries& boundaries, const NotesByObject& notes,
                   Ownership& ownership);
/// Fills `ofRoles`.
void findRoles(const Catalog& catalog, const Boundaries& boundaries, Ownership& ownership);
/// Flows' tables, decisions and rules that name what is not there.
void findMissingEntries(const Catalog& catalog, const Boundaries& boundaries, Ownership& ownership);

} // namespace cadastre

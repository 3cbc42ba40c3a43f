// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OwnerJudge: who owns one object by what is said of it itself: members, exceptions, its note. What
// follows from tables and schemas around it is found in ownership.cpp.
#pragma once

#include "model/boundaries/ownership/ownership_members.h"
#include "model/boundaries/ownership/ownership_parts.h"
#include "model/boundaries/ownership/ownership_words.h"

namespace cadastre {

struct DecidedOwner
{
    BoundaryIndex boundary = -1; ///< -1 for nobody
    OwnedBy reason = OwnedBy::Nobody;

    bool operator==(const DecidedOwner&) const = default;
};

class OwnerJudge
{
public:
    /// Adds to the problems of `ownership`, whose names and parents must be known.
    OwnerJudge(const Catalog& catalog, const Boundaries& boundaries, Ownership& ownership);

    /// By what is said of the object itself.
    DecidedOwner decide(ObjectRef object, std::optional<SchemaId> schema, const ObjectBase& base);
    /// By `@owner` alone; -1 for nobody.
    BoundaryIndex byNote(ObjectRef object, const ObjectBase& base);
    /// Whether a boundary has an exception for an object that decide() gave to nobody.
    [[nodiscard]] bool isExcepted(ObjectRef object, BoundaryIndex boundary) const;
    /// To be called at the end: what matched nothing, and owners nobody knows.
    void addProblemsOfAll();
    /// Of all objects that were looked at.
    [[nodiscard]] const NotesByObject& notes() const { return m_notes; }

private:
    /// A value of `@owner` that does not name one boundary.
    struct UnknownOwner
    {
        ObjectRef first;
        int count = 0;
        std::vector<BoundaryIndex> ofTeam;
    };
    BoundaryNotes notesOf(ObjectRef object, const ObjectBase& base);
    void addUnknownOwner(const QString& owner, ObjectRef object,
                         const std::vector<BoundaryIndex>& ofTeam);
    void claimByNote(BoundaryIndex boundary);
    void leaveToInnermost();
    DecidedOwner mostSpecific(ObjectRef object);
    [[nodiscard]] OwnerClaim claimOf(const MemberMatch& match) const;
    void checkNote(const QString& note, const std::vector<BoundaryIndex>& noted, ObjectRef object,
                   const DecidedOwner& decided);

    const Catalog& m_catalog;
    Ownership& m_ownership;
    MemberIndex m_members;
    OwnerNames m_owners;
    NotesByObject m_notes;
    std::vector<MemberMatch> m_claims; ///< on the object that is looked at
    QHash<ObjectRef, std::vector<BoundaryIndex>> m_excepted;
    std::map<QString, UnknownOwner> m_unknownOwners;
};

} // namespace cadastre

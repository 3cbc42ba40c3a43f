// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Weighs what is said of one object; see the header.
#include "model/boundaries/ownership/owner_judge.h"

#include <algorithm>

namespace cadastre {

namespace {

OwnedBy reasonOfRank(int rank)
{
    if (rank >= memberExactRank)
        return OwnedBy::Object;
    return rank == memberNoteRank ? OwnedBy::Note : OwnedBy::Pattern;
}

} // namespace

OwnerJudge::OwnerJudge(const Catalog& catalog, const Boundaries& boundaries, Ownership& ownership)
    : m_catalog(catalog)
    , m_ownership(ownership)
    , m_members(catalog, boundaries, ownership.problems)
    , m_owners(boundaries)
{
}

/// The notes of an object's comment, kept for later.
BoundaryNotes OwnerJudge::notesOf(ObjectRef object, const ObjectBase& base)
{
    if (base.system || base.comment.undecodable || !base.comment.text.contains(QLatin1Char('@')))
        return {};
    const BoundaryNotes notes = boundaryNotesOf(base.comment.text);
    if (notes != BoundaryNotes())
        m_notes.insert(object, notes);
    return notes;
}

void OwnerJudge::addUnknownOwner(const QString& owner, ObjectRef object,
                                 const std::vector<BoundaryIndex>& ofTeam)
{
    const auto [entry, isNew] = m_unknownOwners.try_emplace(owner);
    if (isNew)
        entry->second = {object, 0, ofTeam};
    ++entry->second.count;
}

/// By what is said of the object itself.
DecidedOwner OwnerJudge::decide(ObjectRef object, std::optional<SchemaId> schema,
                                const ObjectBase& base)
{
    m_claims = m_members.matchesOf(object, schema, base);
    const QString note = notesOf(object, base).owner;
    const auto noted = note.isEmpty() ? std::vector<BoundaryIndex>() : m_owners.boundariesOf(note);
    if (noted.size() == 1 && !m_members.isExcepted(noted.front(), memberNoteRank))
        claimByNote(noted.front());
    leaveToInnermost();
    const DecidedOwner decided = mostSpecific(object);
    if (decided.boundary < 0) {
        if (std::vector<BoundaryIndex> excepted = m_members.exceptedBy(); !excepted.empty())
            m_excepted.insert(object, std::move(excepted));
    }
    if (!note.isEmpty())
        checkNote(note, noted, object, decided);
    return decided;
}

void OwnerJudge::claimByNote(BoundaryIndex boundary)
{
    const auto own = std::ranges::find(m_claims, boundary, &MemberMatch::boundary);
    if (own == m_claims.end())
        m_claims.push_back({boundary, -1, memberNoteRank});
    else if (own->rank < memberNoteRank)
        *own = {boundary, -1, memberNoteRank};
}

void OwnerJudge::leaveToInnermost()
{
    if (m_claims.size() < 2)
        return;
    const std::vector<MemberMatch> all = m_claims;
    std::erase_if(m_claims, [&](const MemberMatch& outer) {
        return std::ranges::any_of(all, [&](const MemberMatch& inner) {
            return isInsideBoundary(m_ownership, inner.boundary, outer.boundary);
        });
    });
}

DecidedOwner OwnerJudge::mostSpecific(ObjectRef object)
{
    if (m_claims.empty())
        return {};
    std::ranges::sort(m_claims, [](const MemberMatch& a, const MemberMatch& b) {
        return a.rank != b.rank ? a.rank > b.rank : a.boundary < b.boundary;
    });
    const MemberMatch& first = m_claims.front();
    if (m_claims.size() > 1 && m_claims[1].rank == first.rank)
        m_ownership.problems.push_back(
            twoOwners(m_catalog, object, claimOf(first), claimOf(m_claims[1])));
    return {first.boundary, reasonOfRank(first.rank)};
}

OwnerClaim OwnerJudge::claimOf(const MemberMatch& match) const
{
    return {m_ownership.names[match.boundary], m_members.memberText(match.member)};
}

void OwnerJudge::checkNote(const QString& note, const std::vector<BoundaryIndex>& noted,
                           ObjectRef object, const DecidedOwner& decided)
{
    const bool agrees = std::ranges::any_of(noted, [&](BoundaryIndex boundary) {
        return decided.boundary == boundary ||
               (decided.boundary >= 0 && isInsideBoundary(m_ownership, decided.boundary, boundary));
    });
    if (agrees)
        return;
    if (noted.size() != 1)
        return addUnknownOwner(note, object, noted);
    const QString counts =
        decided.boundary < 0
            ? QStringLiteral("boundary %1 excepts it").arg(m_ownership.names[noted.front()])
            : QStringLiteral("it is a member of boundary %1, and that counts")
                  .arg(m_ownership.names[decided.boundary]);
    m_ownership.problems.push_back(contradictingNote(
        m_catalog, decided.boundary < 0 ? QString() : m_ownership.names[decided.boundary],
        QString(QLatin1String("@owner ") + note), object, counts));
}

void OwnerJudge::addProblemsOfAll()
{
    m_members.addUnmatched(m_ownership.problems);
    for (const auto& [owner, unknown] : m_unknownOwners) {
        QStringList names;
        for (BoundaryIndex boundary : unknown.ofTeam)
            names << m_ownership.names[boundary];
        m_ownership.problems.push_back(
            unknownOwnerNote(m_catalog, owner, unknown.first, unknown.count, names));
    }
}

bool OwnerJudge::isExcepted(ObjectRef object, BoundaryIndex boundary) const
{
    const auto excepted = m_excepted.constFind(object);
    return excepted != m_excepted.constEnd() &&
           std::ranges::find(*excepted, boundary) != excepted->end();
}

BoundaryIndex OwnerJudge::byNote(ObjectRef object, const ObjectBase& base)
{
    const QString owner = notesOf(object, base).owner;
    if (owner.isEmpty())
        return -1;
    const auto named = m_owners.boundariesOf(owner);
    if (named.size() == 1)
        return named.front();
    addUnknownOwner(owner, object, named);
    return -1;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CrossingSearch: what all finders of crossings ask: whose an object is, where it is kept, what it
// is called; and the list they add to. What crosses is found in one file per kind beside this one.
#pragma once

#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

/// A crossing before it has its sentence.
struct BareCrossing
{
    CrossingKind kind = CrossingKind::ForeignKey;
    ObjectRef from;
    ObjectRef into;
};

class CrossingSearch
{
public:
    explicit CrossingSearch(const BoundaryFacts& facts);

    [[nodiscard]] const BoundaryFacts& facts() const { return m_facts; }
    [[nodiscard]] const Catalog& catalog() const { return m_facts.catalog; }

    /// Whether both are owned, by different boundaries.
    [[nodiscard]] bool crosses(ObjectRef from, ObjectRef into) const;
    /// Whether reading it needs no decision: a contract, a replica, or of a shared boundary.
    [[nodiscard]] bool isPublished(ObjectRef object) const;
    /// Display name, and in parentheses nothing more.
    [[nodiscard]] QString name(ObjectRef object) const { return catalog().displayName(object); }
    /// "View support.v_customer_360 of support", "Trigger t on ordering.tmp_orders of ordering".
    [[nodiscard]] QString subject(ObjectRef object) const;
    /// Name of the boundary of an object that is owned.
    [[nodiscard]] const QString& boundaryName(ObjectRef object) const;

    /// With boundaries, places and team filled in; both ends are owned.
    [[nodiscard]] Crossing crossing(const BareCrossing& ends);
    void add(Crossing crossing) { m_crossings.push_back(std::move(crossing)); }
    std::vector<Crossing> takeCrossings() { return std::move(m_crossings); }

private:
    [[nodiscard]] bool areOneTeam(BoundaryIndex first, BoundaryIndex second);

    const BoundaryFacts& m_facts;
    std::vector<bool> m_shared; ///< by boundary
    std::vector<int> m_teams;   ///< by pair of boundaries: 0 not asked yet, 1 one team, -1 two
    std::vector<Crossing> m_crossings;
};

void findForeignKeyCrossings(CrossingSearch& search); ///< and cascades
void findLogicalCrossings(CrossingSearch& search);
void findUseCrossings(CrossingSearch& search); ///< reads, writes, calls and types in programs
void findTypeCrossings(CrossingSearch& search);
void findCopyCrossings(CrossingSearch& search);

/// The boundary's own kind is Shared, or that of the one around it.
bool isSharedBoundary(const Boundaries& boundaries, const QString& name);
/// The relationship is one that counts: rejected and weak ones do not.
bool countsAsRelationship(const Relationship& relationship, double minimumConfidence);
/// Foreign tables with the tables they lead to, publications and subscriptions with their tables;
/// each pair once.
std::vector<std::pair<ObjectRef, ObjectRef>> copiedObjects(const Catalog& catalog);
/// Whether a column was given its user type: not those of views and partitions.
bool hasTypeOfItsOwn(const Catalog& catalog, const Column& column);
/// Which uses cross on their own where their ends lie apart. Left out: what partitions have of
/// their parent, what a trigger's routine does (it stands at the trigger), the reading of what the
/// same user changes, and what copiedObjects() has.
class OwnUses
{
public:
    explicit OwnUses(const BoundaryFacts& facts);
    /// Of the use at this position.
    [[nodiscard]] bool contains(std::size_t position) const;

private:
    const Catalog& m_catalog;
    const std::vector<ObjectUse>& m_uses;
    std::vector<bool> m_runByTriggers; ///< by routine
};

/// Whether the key changes rows of the child when the parent's are deleted or changed.
bool cascades(const Constraint& key);

} // namespace cadastre

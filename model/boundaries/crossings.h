// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Crossings: everything that goes from one boundary into another, as facts with names and figures.
// Whether it may is judged in crossing_state.h; who may write by grants is found in access.h.
#pragma once

#include "model/boundaries/ownership.h"
#include "model/boundaries/uses.h"
#include "model/relations/relationship.h"

namespace cadastre {

struct Crossing
{
    CrossingKind kind = CrossingKind::ForeignKey;
    BoundaryIndex fromBoundary = 0;
    BoundaryIndex intoBoundary = 0;
    /// The view, trigger, routine, constraint, role, child table (or other object) that crosses.
    ObjectRef from;
    ObjectRef into;                ///< the table, view, routine or type of the other boundary
    std::vector<ColumnId> columns; ///< of `into`, ascending: those that are used
    bool columnsKnown = false;     ///< whether `columns` are all
    Privileges privileges;         ///< of write crossings and grants: what it does or may do
    /// Index into the relationships that were given; for ForeignKey, Cascade and Logical.
    std::optional<int> relationship;
    /// Both ends are in one database: one PostgreSQL database, one server of MariaDB/MySQL, one
    /// SQLite file. Foreign tables lead into another database.
    bool sameDatabase = true;
    bool sameTeam = false; ///< areOfOneTeam()
    /// From disabled triggers and the like: does not happen at present.
    bool disabled = false;
    QString sentence; ///< one sentence: "View support.v_customer_360 reads private customers of …"

    bool operator==(const Crossing&) const = default;
};

/// What is needed to look for crossings; everything is of one catalog.
struct BoundaryFacts
{
    const Catalog& catalog;
    const std::vector<Relationship>& relationships; ///< allRelationships()
    const UseReading& uses;
    const Boundaries& boundaries;
    const Ownership& ownership; ///< ownershipOf(catalog, boundaries)
    /// Weaker inferred relationships are none.
    double minimumConfidence = 0.5;
};

/// All crossings but those of grants, by key. Relationships whose ends are not owned do not cross.
/// - A foreign key that cascades is a ForeignKey and, beside it, a Cascade.
/// - Reads of a contract, a replica or an object of a Shared boundary are ContractRead.
/// - A view that reads through another view of its own boundary does not read what is behind it a
///   second time; through a private view of another boundary it does.
std::vector<Crossing> findCrossings(const BoundaryFacts& facts);

/// The stable name of a crossing. Logical ones stand under the child's first column.
CrossingKey crossingKeyOf(const Catalog& catalog, const Crossing& crossing);

} // namespace cadastre

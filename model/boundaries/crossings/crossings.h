// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Crossings: everything that goes from one boundary into another, as facts with names and figures.
// Whether it may is judged in crossing_state.h; who may write by grants is found in access.h.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/boundaries/uses/uses.h"
#include "model/relations/relationship.h"

namespace cadastre {

struct Crossing
{
    CrossingKind kind = CrossingKind::ForeignKey;
    BoundaryIndex fromBoundary = 0;
    BoundaryIndex intoBoundary = 0;
    /// The view, trigger, routine, constraint, role (or other object) that crosses; of a Logical
    /// one the child's first column, of a Type the column (or view, routine) that has the type.
    ObjectRef from;
    ObjectRef into;                ///< the table, view, routine or type of the other boundary
    std::vector<ColumnId> columns; ///< of `into`, ascending: those that are used
    bool columnsKnown = false;     ///< whether `columns` are all
    Privileges privileges;         ///< of write crossings and grants: what it does or may do
    /// Index into the relationships that were given; for ForeignKey, Cascade and Logical.
    std::optional<int> relationship;
    /// Both ends are in one database: one PostgreSQL database, one database of a MariaDB/MySQL
    /// server, one SQLite file. Foreign tables lead into another database.
    bool sameDatabase = true;
    /// Both ends are in one source, so that one statement reads both: databases of one
    /// MariaDB/MySQL server are on one server. Foreign tables lead to another server.
    bool sameServer = true;
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

/// All crossings but those of grants, by key, each key once. What has an end that is not owned does
/// not cross.
/// - A foreign key that cascades is a ForeignKey and, beside it, a Cascade in the same direction.
/// - Reads of a contract, a replica or an object of a Shared boundary are ContractRead.
/// - A crossing is with what is named: a view that reads a private view of another boundary crosses
///   into that view. What is behind it is read by that view, not a second time by its reader.
/// - What the function of a trigger does crosses at its triggers, not a second time at the
/// function.
/// - What an UPDATE or DELETE writes it reads, too: that is one Write, not a Read beside it.
std::vector<Crossing> findCrossings(const BoundaryFacts& facts);

/// The stable name of a crossing. Logical ones stand under the child's first column.
CrossingKey crossingKeyOf(const Catalog& catalog, const Crossing& crossing);

} // namespace cadastre

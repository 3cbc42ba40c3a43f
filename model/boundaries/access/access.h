// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Access: who may write and read what, by grants compared with ownership; roles that act for
// several boundaries, that lie in their names, that see what is private; other ways to write.
#pragma once

#include "model/boundaries/boundary_finding.h"
#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

/// What one role may do to one table, by its own grants, PUBLIC's and those of roles it is in.
struct TableAccess
{
    TableId table;
    RoleId role;
    Privileges privileges;             ///< of Select, Insert, Update, Delete, Truncate and others
    std::vector<ColumnId> columns;     ///< where the write is on columns only, ascending
    std::vector<ColumnId> readColumns; ///< where it may read columns only, ascending
    bool owner = false;                ///< owns the table or is in the role that does
    bool superuser = false;
    std::optional<RoleId> through; ///< the role whose grant it is; absent: its own, or PUBLIC's
    bool viaPublic = false;
    Privileges grantable;      ///< of the privileges: may be passed on (WITH GRANT OPTION)
    bool afterSetRole = false; ///< not inherited: the role has to take the other one first

    bool operator==(const TableAccess&) const = default;
};

/// By table, role. Roles that cannot log in are there too when they are mapped to a boundary.
/// Superusers and owners are listed once per table only where they are mapped; they are no
/// crossing.
std::vector<TableAccess> tableAccess(const Catalog& catalog, const Ownership& ownership);

/// How many roles that can log in may write a table; owners and superusers apart.
struct WriterCount
{
    TableId table;
    int writers = 0; ///< roles with a grant
    int owners = 0;
    int superusers = 0;

    bool operator==(const WriterCount&) const = default;
};
/// One per table, by id.
std::vector<WriterCount> writerCounts(const Catalog& catalog);

/// WriteGrant and ReadGrant crossings of roles that act for exactly one boundary (or whose
/// boundaries all lie elsewhere). By key.
std::vector<Crossing> accessCrossings(const BoundaryFacts& facts);

/// Rules. Of roles: one-login (acts for several boundaries), role-is-superuser, owner-elsewhere,
/// role-name-lies, role-unmapped-writes, reader-reads-private (although contracts exist),
/// grant-without-usage; owners-differ within a boundary. Other ways to write: public-writes,
/// security-definer-writes, subscription-writes, foreign-table-writes. What is not known:
/// grants-not-read and grants-own-only (never a clean bill), roles-not-mapped, no-roles (SQLite has
/// none), transactions-unknown (one note: a catalog does not show them). Beside these
/// reference-to-other-identity. Warnings first, then unknowns, then notes; by rule and object.
std::vector<BoundaryFinding> accessFindings(const BoundaryFacts& facts);

} // namespace cadastre

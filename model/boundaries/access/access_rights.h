// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// AccessRights: what grants come to for one role: its own, PUBLIC's, and those of the roles it is
// in, on columns, tables, schemas and whole servers. What that means for boundaries is said beside
// this file.
#pragma once

#include "model/boundaries/ownership/ownership.h"

#include <functional>

namespace cadastre::access {

/// Privileges that change rows.
inline constexpr Privileges writingPrivileges{Privilege::Insert, Privilege::Update,
                                              Privilege::Delete, Privilege::Truncate};

/// What one role may do to one table.
struct TableRights
{
    TableId table;
    Privileges privileges;              ///< also those on columns only
    Privileges grantable;               ///< of these, what it may pass on
    std::vector<ColumnId> writeColumns; ///< where it may write columns only, ascending
    std::vector<ColumnId> readColumns;  ///< where it may read columns only, ascending
    std::optional<RoleId> through;      ///< absent: its own grant, or PUBLIC's
    bool viaPublic = false;
    bool afterSetRole = false;

    [[nodiscard]] Privileges writes() const { return privileges & writingPrivileges; }
};

/// What one role may do to the tables of its source.
struct RoleRights
{
    std::vector<TableRights> tables; ///< by table; without system objects
    /// Granted to it or to a role it is in, but without effect: it has no USAGE on the schema. Only
    /// where that is certain.
    std::vector<TableId> withoutUsage;
};

class AccessRights
{
public:
    /// Whether a role and what it is in is to be left out.
    using Without = std::function<bool(RoleId)>;

    /// `catalog` has to outlive it.
    explicit AccessRights(const Catalog& catalog);

    [[nodiscard]] RoleRights rightsOf(RoleId role, const Without& without = {}) const;
    /// A superuser, or a role that can become one.
    [[nodiscard]] bool isSuperuser(RoleId role) const;
    /// The roles whose objects the role owns, too: itself and those it is in, by id.
    [[nodiscard]] std::vector<bool> ownersFor(RoleId role) const;
    [[nodiscard]] std::optional<RoleId> ownerOf(TableId table) const;
    /// Whether the role may execute the routine by grants, and PUBLIC's.
    [[nodiscard]] bool mayExecute(RoleId role, RoutineId routine) const;
    /// Whether PUBLIC may; in PostgreSQL, whoever has USAGE on its schema.
    [[nodiscard]] bool everybodyMayExecute(RoutineId routine) const;
    /// What PUBLIC may do to the tables of a source.
    [[nodiscard]] RoleRights rightsOfEverybody(SourceId source) const;

private:
    struct Membership
    {
        RoleId role;
        bool bySetRole = false;
    };
    /// Whose grants count for a role: itself, PUBLIC (no role), those it is in.
    struct Giver
    {
        std::optional<RoleId> role;
        bool bySetRole = false;
    };

    void readMemberships();
    void readOwners();
    [[nodiscard]] std::vector<Giver> giversFor(RoleId role, const Without& without) const;
    void follow(std::vector<Giver>& givers, std::vector<bool>& seen, bool bySetRole,
                const Without& without) const;
    [[nodiscard]] RoleRights sumOf(SourceId source, const std::vector<Giver>& givers,
                                   const std::vector<bool>& usableSchemas) const;
    [[nodiscard]] const std::vector<int>& grantsOf(SourceId source, const Giver& giver) const;
    /// By schema; all of them where the engine knows no USAGE, or it is not certain. It counts
    /// whoever gives it.
    [[nodiscard]] std::vector<bool> usableSchemas(SourceId source,
                                                  const std::vector<Giver>& givers) const;

    const Catalog& m_catalog;
    std::vector<std::vector<Membership>> m_memberOf;   // by role
    std::vector<std::vector<int>> m_grantsOf;          // by role
    std::vector<std::vector<int>> m_grantsToEverybody; // by source
    std::vector<int> m_ownerOfTable;                   // -1 for none
    std::vector<int> m_ownerOfSchema;
};

/// What PostgreSQL's own roles pg_read_all_data and pg_write_all_data may do to every table; none
/// for others. Source: PostgreSQL 15, "Predefined Roles".
Privileges everywhereBy(const Catalog& catalog, RoleId role);
/// Which boundaries a role acts for: its own and those inside of them, by boundary.
std::vector<bool> boundariesOfRole(const Ownership& ownership, RoleId role);
/// Which boundaries are shared on purpose: reading them is no crossing to be decided.
std::vector<bool> sharedBoundaries(const Boundaries& boundaries, const Ownership& ownership);
/// Whether grants and roles of a source were read as a whole.
bool rightsAreKnown(const Catalog& catalog, SourceId source);

} // namespace cadastre::access

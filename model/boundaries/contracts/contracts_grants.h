// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Select grants: which roles may read a table by a grant of their own, and for which boundaries
// they and their members act. What such rights mean is judged by who asks; writing is in access.h.
#pragma once

#include "model/boundaries/ownership/ownership.h"

namespace cadastre {

/// Every role that a role is in, directly or through others; itself first.
std::vector<RoleId> withGroups(const Catalog& catalog, RoleId role);

class SelectGrants
{
public:
    /// One right to read.
    struct Right
    {
        RoleId role;
        ObjectRef on; ///< table, column, schema or source that was granted

        auto operator<=>(const Right&) const = default;
    };

    SelectGrants(const Catalog& catalog, const Ownership& ownership);

    /// Rights of roles that are neither owner nor superuser, by role and object.
    [[nodiscard]] std::vector<Right> rightsOn(TableId table) const;
    /// The roles of these rights, ascending, each once.
    [[nodiscard]] std::vector<RoleId> rolesOn(TableId table) const;
    /// Whether everybody may read it.
    [[nodiscard]] bool isPublic(TableId table) const;
    /// Boundaries that a role acts for, itself or through its members; ascending.
    [[nodiscard]] const std::vector<BoundaryIndex>& boundariesOf(RoleId role) const
    {
        return m_boundaries[role.index];
    }

private:
    void collectBoundaries(const Ownership& ownership);
    void collectGrants();

    const Catalog& m_catalog;
    std::vector<std::vector<BoundaryIndex>> m_boundaries;
    std::vector<std::vector<Right>> m_ofTables;
    std::vector<std::vector<Right>> m_ofSchemas;
    std::vector<std::vector<Right>> m_ofSources;
    std::vector<bool> m_publicTables;
    std::vector<bool> m_publicSchemas;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One pass over the grants; see the header.
#include "model/boundaries/contracts/contracts_grants.h"

#include <algorithm>

namespace cadastre {

namespace {

template <typename Value> void sortUnique(std::vector<Value>& values)
{
    std::ranges::sort(values);
    const auto rest = std::ranges::unique(values);
    values.erase(rest.begin(), rest.end());
}

} // namespace

std::vector<RoleId> withGroups(const Catalog& catalog, RoleId role)
{
    std::vector<RoleId> groups{role};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (RoleId group : catalog.role(groups[i]).memberOf) {
            if (std::ranges::find(groups, group) == groups.end())
                groups.push_back(group);
        }
    }
    return groups;
}

SelectGrants::SelectGrants(const Catalog& catalog, const Ownership& ownership)
    : m_catalog(catalog)
    , m_boundaries(catalog.objects().roles.size())
    , m_ofTables(catalog.objects().tables.size())
    , m_ofSchemas(catalog.objects().schemas.size())
    , m_ofSources(catalog.objects().sources.size())
    , m_publicTables(catalog.objects().tables.size())
    , m_publicSchemas(catalog.objects().schemas.size())
{
    collectBoundaries(ownership);
    collectGrants();
}

void SelectGrants::collectBoundaries(const Ownership& ownership)
{
    for (int i = 0; i < static_cast<int>(ownership.ofRoles.size()); ++i) {
        const std::vector<BoundaryIndex>& acting = ownership.ofRoles[i];
        if (acting.empty())
            continue;
        for (RoleId group : withGroups(m_catalog, {i}))
            m_boundaries[group.index].insert(m_boundaries[group.index].end(), acting.begin(),
                                             acting.end());
    }
    for (std::vector<BoundaryIndex>& boundaries : m_boundaries)
        sortUnique(boundaries);
}

void SelectGrants::collectGrants()
{
    for (const Grant& grant : m_catalog.objects().grants) {
        if (!grant.privileges.testFlag(Privilege::Select) || grant.ownerDefault)
            continue;
        const bool isSuperuser = grant.grantee && m_catalog.role(*grant.grantee).superuser;
        if (isSuperuser)
            continue;
        const ObjectRef on = grant.object;
        const bool isColumn = on.kind == ObjectKind::Column;
        const int index = isColumn ? m_catalog.column({on.index}).table.index : on.index;
        if (isColumn || on.kind == ObjectKind::Table) {
            if (!grant.grantee)
                m_publicTables[index] = m_publicTables[index] || !isColumn;
            else if (m_catalog.role(*grant.grantee).name != m_catalog.table({index}).owner)
                m_ofTables[index].push_back({*grant.grantee, on});
        } else if (on.kind == ObjectKind::Schema) {
            if (!grant.grantee)
                m_publicSchemas[index] = true;
            else
                m_ofSchemas[index].push_back({*grant.grantee, on});
        } else if (on.kind == ObjectKind::Source && grant.grantee) {
            m_ofSources[index].push_back({*grant.grantee, on});
        }
    }
}

std::vector<SelectGrants::Right> SelectGrants::rightsOn(TableId table) const
{
    const SchemaId schema = m_catalog.table(table).schema;
    std::vector<Right> rights = m_ofTables[table.index];
    for (const auto* more :
         {&m_ofSchemas[schema.index], &m_ofSources[m_catalog.schema(schema).source.index]})
        rights.insert(rights.end(), more->begin(), more->end());
    sortUnique(rights);
    return rights;
}

std::vector<RoleId> SelectGrants::rolesOn(TableId table) const
{
    std::vector<RoleId> roles;
    for (const Right& right : rightsOn(table))
        roles.push_back(right.role);
    sortUnique(roles);
    return roles;
}

bool SelectGrants::isPublic(TableId table) const
{
    return m_publicTables[table.index] || m_publicSchemas[m_catalog.table(table).schema.index];
}

} // namespace cadastre

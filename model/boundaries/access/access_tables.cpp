// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Access by table: every role that may read or write it, and how many may write.
#include "model/boundaries/access/access.h"
#include "model/boundaries/access/access_rights.h"

#include <algorithm>

namespace cadastre::access {

namespace {

constexpr Privileges everything = writingPrivileges | Privilege::Select;

bool isMapped(const Ownership& ownership, RoleId role)
{
    return !ownership.ofRoles[role.index].empty();
}

TableAccess accessFrom(RoleId role, TableRights&& rights)
{
    TableAccess access;
    access.table = rights.table;
    access.role = role;
    access.privileges = rights.privileges;
    access.grantable = rights.grantable;
    access.columns = std::move(rights.writeColumns);
    access.readColumns = std::move(rights.readColumns);
    access.through = rights.through;
    access.viaPublic = rights.viaPublic;
    access.afterSetRole = rights.afterSetRole;
    return access;
}

TableAccess wholeAccess(TableId table, RoleId role)
{
    TableAccess access;
    access.table = table;
    access.role = role;
    access.privileges = everything;
    return access;
}

/// Calls `use(table)` for every table of people in a source, by table.
template <typename Use> void forTablesOf(const Catalog& catalog, SourceId source, const Use& use)
{
    const auto count = static_cast<int>(catalog.objects().tables.size());
    for (int i = 0; i < count; ++i) {
        if (!catalog.table({i}).system && catalog.sourceOf(TableId{i}) == source)
            use(TableId{i});
    }
}

/// Adds what roles may do, role after role.
class AccessCollector
{
public:
    AccessCollector(const Catalog& catalog, const Ownership& ownership)
        : m_catalog(catalog)
        , m_ownership(ownership)
        , m_rights(catalog)
    {
    }

    void addRole(RoleId role)
    {
        const bool mapped = isMapped(m_ownership, role);
        if (!mapped && !m_catalog.role(role).canLogin)
            return;
        if (m_rights.isSuperuser(role))
            return mapped ? addSuperuser(role) : void();
        const std::vector<bool> owners = m_rights.ownersFor(role);
        const auto owns = [&](TableId table) {
            const auto owner = m_rights.ownerOf(table);
            return owner && owners[owner->index];
        };
        for (TableRights& rights : m_rights.rightsOf(role).tables) {
            if (!owns(rights.table))
                m_all.push_back(accessFrom(role, std::move(rights)));
        }
        if (mapped)
            addOwned(role, owns);
    }

    [[nodiscard]] std::vector<TableAccess> byTable() &&;

private:
    void addSuperuser(RoleId role)
    {
        forTablesOf(m_catalog, m_catalog.role(role).source, [&](TableId table) {
            TableAccess access = wholeAccess(table, role);
            access.superuser = true;
            m_all.push_back(std::move(access));
        });
    }

    template <typename Owns> void addOwned(RoleId role, const Owns& owns)
    {
        forTablesOf(m_catalog, m_catalog.role(role).source, [&](TableId table) {
            if (!owns(table))
                return;
            TableAccess access = wholeAccess(table, role);
            access.owner = true;
            if (const auto owner = m_rights.ownerOf(table); owner != role)
                access.through = owner;
            m_all.push_back(std::move(access));
        });
    }

    const Catalog& m_catalog;
    const Ownership& m_ownership;
    AccessRights m_rights;
    std::vector<TableAccess> m_all; // by role
};

/// Roles come in their order, so a place per table is enough.
std::vector<TableAccess> AccessCollector::byTable() &&
{
    std::vector<std::size_t> places(m_catalog.objects().tables.size() + 1);
    for (const TableAccess& access : m_all)
        ++places[access.table.index + 1];
    for (std::size_t i = 1; i < places.size(); ++i)
        places[i] += places[i - 1];
    std::vector<TableAccess> sorted(m_all.size());
    for (TableAccess& access : m_all)
        sorted[places[access.table.index]++] = std::move(access);
    return sorted;
}

} // namespace

} // namespace cadastre::access

namespace cadastre {

std::vector<TableAccess> tableAccess(const Catalog& catalog, const Ownership& ownership)
{
    access::AccessCollector collector(catalog, ownership);
    for (int i = 0; i < static_cast<int>(catalog.objects().roles.size()); ++i)
        collector.addRole({i});
    return std::move(collector).byTable();
}

std::vector<WriterCount> writerCounts(const Catalog& catalog)
{
    const access::AccessRights rights(catalog);
    std::vector<WriterCount> counts(catalog.objects().tables.size());
    for (int i = 0; i < static_cast<int>(counts.size()); ++i)
        counts[i].table = {i};
    for (int i = 0; i < static_cast<int>(catalog.objects().roles.size()); ++i) {
        const Role& role = catalog.role({i});
        if (!role.canLogin)
            continue;
        if (rights.isSuperuser({i})) {
            access::forTablesOf(catalog, role.source,
                                [&](TableId table) { ++counts[table.index].superusers; });
            continue;
        }
        const std::vector<bool> owners = rights.ownersFor({i});
        const auto owns = [&](TableId table) {
            const auto owner = rights.ownerOf(table);
            return owner && owners[owner->index];
        };
        access::forTablesOf(catalog, role.source, [&](TableId table) {
            counts[table.index].owners += owns(table) ? 1 : 0;
        });
        for (const access::TableRights& table : rights.rightsOf({i}).tables) {
            if (table.writes() && !owns(table.table))
                ++counts[table.table.index].writers;
        }
    }
    return counts;
}

} // namespace cadastre

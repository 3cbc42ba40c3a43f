// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Who is in which role, whose objects are whose, and which schemas can be used. The sum of the
// grants is in access_sums.cpp.
#include "model/boundaries/access/access_rights.h"

#include "model/boundaries/crossings/crossing_search.h"

#include <algorithm>

namespace cadastre::access {

namespace {

/// Names of roles are unique in a source.
class RoleNames
{
public:
    explicit RoleNames(const Catalog& catalog)
    {
        const std::vector<Role>& roles = catalog.objects().roles;
        for (int i = 0; i < static_cast<int>(roles.size()); ++i)
            m_roles.insert({roles[i].source, roles[i].name}, i);
    }

    /// -1 for none.
    [[nodiscard]] int find(SourceId source, const QString& name) const
    {
        return name.isEmpty() ? -1 : m_roles.value({source, name}, -1);
    }

private:
    QHash<std::pair<SourceId, QString>, int> m_roles;
};

bool isFullyRead(const Catalog& catalog, SourceId source, CatalogKind kind)
{
    const KindReport* report = catalog.kindReport(source, kind);
    return report && report->state == ReadState::Read;
}

} // namespace

bool rightsAreKnown(const Catalog& catalog, SourceId source)
{
    return isFullyRead(catalog, source, CatalogKind::Grants) &&
           isFullyRead(catalog, source, CatalogKind::Roles);
}

Privileges everywhereBy(const Catalog& catalog, RoleId id)
{
    const Role& role = catalog.role(id);
    if (catalog.source(role.source).engine != Engine::PostgreSql)
        return {};
    if (role.name == QLatin1String("pg_read_all_data"))
        return Privilege::Select;
    if (role.name == QLatin1String("pg_write_all_data"))
        return Privilege::Insert | Privilege::Update | Privilege::Delete;
    return {};
}

std::vector<bool> boundariesOfRole(const Ownership& ownership, RoleId role)
{
    std::vector<bool> covered(ownership.names.size());
    for (const BoundaryIndex boundary : ownership.ofRoles[role.index])
        covered[boundary] = true;
    for (std::size_t i = 0; i < covered.size(); ++i) {
        if (const int parent = ownership.parents[i]; parent >= 0 && covered[parent])
            covered[i] = true;
    }
    return covered;
}

std::vector<bool> sharedBoundaries(const Boundaries& boundaries, const Ownership& ownership)
{
    std::vector<bool> shared;
    for (const QString& name : ownership.names)
        shared.push_back(isSharedBoundary(boundaries, name));
    return shared;
}

AccessRights::AccessRights(const Catalog& catalog)
    : m_catalog(catalog)
    , m_memberOf(catalog.objects().roles.size())
    , m_grantsOf(catalog.objects().roles.size())
    , m_grantsToEverybody(catalog.objects().sources.size())
{
    readMemberships();
    readOwners();
    const std::vector<Grant>& grants = catalog.objects().grants;
    for (int i = 0; i < static_cast<int>(grants.size()); ++i) {
        const Grant& grant = grants[i];
        if (grant.ownerDefault)
            continue;
        if (grant.grantee)
            m_grantsOf[grant.grantee->index].push_back(i);
        else
            m_grantsToEverybody[catalog.sourceOf(grant.object).index].push_back(i);
    }
}

/// The owner of a PostgreSQL database is in pg_database_owner without being told.
void AccessRights::readMemberships()
{
    const std::vector<Role>& roles = m_catalog.objects().roles;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        for (const RoleId group : roles[i].memberOf)
            m_memberOf[i].push_back(
                {group, std::ranges::find(roles[i].bySetRole, group) != roles[i].bySetRole.end()});
    }
    const RoleNames names(m_catalog);
    const std::vector<Source>& sources = m_catalog.objects().sources;
    for (int i = 0; i < static_cast<int>(sources.size()); ++i) {
        const int owner = names.find({i}, sources[i].owner);
        const int group = sources[i].engine == Engine::PostgreSql
                              ? names.find({i}, QStringLiteral("pg_database_owner"))
                              : -1;
        if (owner >= 0 && group >= 0)
            m_memberOf[owner].push_back({RoleId{group}, false});
    }
}

void AccessRights::readOwners()
{
    const RoleNames names(m_catalog);
    const CatalogObjects& objects = m_catalog.objects();
    m_ownerOfSchema.reserve(objects.schemas.size());
    for (const Schema& schema : objects.schemas)
        m_ownerOfSchema.push_back(names.find(schema.source, schema.owner));
    m_ownerOfTable.reserve(objects.tables.size());
    for (const Table& table : objects.tables)
        m_ownerOfTable.push_back(names.find(m_catalog.schema(table.schema).source, table.owner));
}

/// Itself, everybody, then what it inherits, then what it can become.
std::vector<AccessRights::Giver> AccessRights::giversFor(RoleId role, const Without& without) const
{
    std::vector<Giver> givers{{role, false}, {std::nullopt, false}};
    std::vector<bool> seen(m_memberOf.size());
    seen[role.index] = true;
    follow(givers, seen, false, without);
    follow(givers, seen, true, without);
    return givers;
}

/// Breadth first; memberships in a circle end where a role was seen.
void AccessRights::follow(std::vector<Giver>& givers, std::vector<bool>& seen, bool bySetRole,
                          const Without& without) const
{
    for (std::size_t i = 0; i < givers.size(); ++i) {
        if (!givers[i].role)
            continue;
        for (const Membership& membership : m_memberOf[givers[i].role->index]) {
            if (seen[membership.role.index] || (membership.bySetRole && !bySetRole) ||
                (without && without(membership.role)))
                continue;
            seen[membership.role.index] = true;
            givers.push_back({membership.role, bySetRole});
        }
    }
}

bool AccessRights::isSuperuser(RoleId role) const
{
    return std::ranges::any_of(giversFor(role, {}), [this](const Giver& giver) {
        return giver.role && m_catalog.role(*giver.role).superuser;
    });
}

std::vector<bool> AccessRights::ownersFor(RoleId role) const
{
    std::vector<bool> owners(m_memberOf.size());
    for (const Giver& giver : giversFor(role, {})) {
        if (giver.role)
            owners[giver.role->index] = true;
    }
    return owners;
}

std::optional<RoleId> AccessRights::ownerOf(TableId table) const
{
    const int owner = m_ownerOfTable[table.index];
    return owner < 0 ? std::nullopt : std::optional(RoleId{owner});
}

const std::vector<int>& AccessRights::grantsOf(SourceId source, const Giver& giver) const
{
    return giver.role ? m_grantsOf[giver.role->index] : m_grantsToEverybody[source.index];
}

RoleRights AccessRights::rightsOf(RoleId role, const Without& without) const
{
    const SourceId source = m_catalog.role(role).source;
    const std::vector<Giver> all = giversFor(role, {});
    return sumOf(source, without ? giversFor(role, without) : all, usableSchemas(source, all));
}

RoleRights AccessRights::rightsOfEverybody(SourceId source) const
{
    // whoever comes as everybody has the USAGE of the role it is
    return sumOf(source, {{std::nullopt, false}}, std::vector<bool>(m_ownerOfSchema.size(), true));
}

std::vector<bool> AccessRights::usableSchemas(SourceId source,
                                              const std::vector<Giver>& givers) const
{
    const bool isCertain =
        m_catalog.source(source).engine == Engine::PostgreSql && rightsAreKnown(m_catalog, source);
    std::vector<bool> usable(m_ownerOfSchema.size(), !isCertain);
    if (!isCertain)
        return usable;
    for (const Giver& giver : givers) {
        for (const int position : grantsOf(source, giver)) {
            const Grant& grant = m_catalog.objects().grants[position];
            if (grant.object.kind == ObjectKind::Schema &&
                grant.privileges.testFlag(Privilege::Usage))
                usable[grant.object.index] = true;
        }
        const bool usesAll = giver.role && everywhereBy(m_catalog, *giver.role);
        for (std::size_t i = 0; giver.role && i < usable.size(); ++i)
            usable[i] = usable[i] || usesAll || m_ownerOfSchema[i] == giver.role->index;
    }
    return usable;
}

} // namespace cadastre::access

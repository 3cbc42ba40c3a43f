// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Crossings of grants: roles of one boundary that may write or read in another. A right that comes
// from a role of the same boundary is that role's crossing, not one of everybody who is in it.
#include "model/boundaries/access/access.h"
#include "model/boundaries/access/access_rights.h"

#include <algorithm>
#include <numeric>

namespace cadastre::access {

namespace {

/// Ids in the order of their keys.
template <typename Id>
std::vector<Id> inOrderOfKeys(const Catalog& catalog, const std::vector<Id>& ids)
{
    std::vector<ObjectKey> keys;
    keys.reserve(ids.size());
    for (const Id id : ids)
        keys.push_back(catalog.keyOf(id));
    std::vector<std::size_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<Id> sorted;
    sorted.reserve(ids.size());
    for (const std::size_t position : order)
        sorted.push_back(ids[position]);
    return sorted;
}

/// Whether somebody can log in as the role, or as one that is in it.
std::vector<bool> rolesInUse(const Catalog& catalog, const AccessRights& rights)
{
    const auto count = static_cast<int>(catalog.objects().roles.size());
    std::vector<bool> used(count);
    for (int i = 0; i < count; ++i) {
        if (!catalog.role({i}).canLogin)
            continue;
        const std::vector<bool> owners = rights.ownersFor({i});
        for (int j = 0; j < count; ++j)
            used[j] = used[j] || owners[j];
    }
    return used;
}

bool isWithin(const std::vector<bool>& part, const std::vector<bool>& whole)
{
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] && !whole[i])
            return false;
    }
    return true;
}

/// What the crossings of one role have in common.
struct ActingRole
{
    RoleId role;
    BoundaryIndex boundary = 0; ///< the first it acts for
    std::vector<bool> covered;  ///< by boundary
    std::vector<bool> sameTeam; ///< by boundary: each that it acts for and this one
    QString start;              ///< "Role svc_ordering"
    bool disabled = false;
};

class CrossingCollector
{
public:
    explicit CrossingCollector(const BoundaryFacts& facts)
        : m_facts(facts)
        , m_catalog(facts.catalog)
        , m_ownership(facts.ownership)
        , m_rights(facts.catalog)
        , m_names(facts.catalog.objects().tables.size())
    {
    }

    std::vector<Crossing> collect();

private:
    void prepare();
    [[nodiscard]] ActingRole acting(RoleId role) const;
    void addRole(const ActingRole& acting);
    void addTable(const ActingRole& acting, const TableRights& rights);
    void add(CrossingKind kind, const ActingRole& acting, const TableRights& rights);
    [[nodiscard]] bool isPrivate(TableId table) const;
    [[nodiscard]] bool isInParent(const TableRights& rights, Privileges privileges) const;
    [[nodiscard]] QString sentence(CrossingKind kind, const ActingRole& acting,
                                   const TableRights& rights, const std::vector<ColumnId>& columns);
    const QString& nameOf(TableId table);

    const BoundaryFacts& m_facts;
    const Catalog& m_catalog;
    const Ownership& m_ownership;
    AccessRights m_rights;
    std::vector<bool> m_shared;              // by boundary
    std::vector<int> m_ranks;                // by table: its place in the order of keys
    std::vector<std::vector<bool>> m_covers; // by role
    std::vector<bool> m_used;                // by role
    std::vector<Privileges> m_current;       // by table, of the role at hand
    std::vector<QString> m_names;            // by table, when needed
    std::vector<Crossing> m_writes;
    std::vector<Crossing> m_reads;
};

void CrossingCollector::prepare()
{
    const auto& tables = m_catalog.objects().tables;
    std::vector<TableId> owned;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        if (m_ownership.ofTables[i] >= 0)
            owned.push_back({i});
    }
    m_ranks.assign(tables.size(), 0);
    m_current.assign(tables.size(), {});
    const std::vector<TableId> sorted = inOrderOfKeys(m_catalog, owned);
    for (std::size_t i = 0; i < sorted.size(); ++i)
        m_ranks[sorted[i].index] = static_cast<int>(i);
    for (int i = 0; i < static_cast<int>(m_catalog.objects().roles.size()); ++i)
        m_covers.push_back(boundariesOfRole(m_ownership, {i}));
    m_used = rolesInUse(m_catalog, m_rights);
    m_shared = sharedBoundaries(m_facts.boundaries, m_ownership);
}

ActingRole CrossingCollector::acting(RoleId role) const
{
    ActingRole acting;
    acting.role = role;
    const std::vector<BoundaryIndex>& boundaries = m_ownership.ofRoles[role.index];
    acting.boundary = boundaries.front();
    acting.covered = m_covers[role.index];
    for (const QString& other : m_ownership.names) {
        acting.sameTeam.push_back(std::ranges::all_of(boundaries, [&](BoundaryIndex boundary) {
            return areOfOneTeam(m_facts.boundaries, m_ownership.names[boundary], other);
        }));
    }
    acting.start = QStringLiteral("Role ") + m_catalog.role(role).name;
    acting.disabled = !m_used[role.index];
    return acting;
}

const QString& CrossingCollector::nameOf(TableId table)
{
    QString& name = m_names[table.index];
    if (name.isEmpty())
        name = m_catalog.displayName(table);
    return name;
}

bool CrossingCollector::isPrivate(TableId table) const
{
    return !m_shared[m_ownership.ofTables[table.index]] &&
           m_ownership.exposures[table.index].exposure == Exposure::Private;
}

/// A partition is reached through its table: granted along with that it is one crossing.
bool CrossingCollector::isInParent(const TableRights& rights, Privileges privileges) const
{
    const std::optional<TableId> parent = m_catalog.table(rights.table).partitionOf;
    return parent &&
           m_ownership.ofTables[parent->index] == m_ownership.ofTables[rights.table.index] &&
           (m_current[parent->index] & privileges) == privileges;
}

QString CrossingCollector::sentence(CrossingKind kind, const ActingRole& acting,
                                    const TableRights& rights, const std::vector<ColumnId>& columns)
{
    const bool writes = kind == CrossingKind::WriteGrant;
    QString text = acting.start +
                   (writes ? QStringLiteral(" may write ") : QStringLiteral(" may read private ")) +
                   nameOf(rights.table) + QStringLiteral(" of ") +
                   m_ownership.names[m_ownership.ofTables[rights.table.index]];
    if (writes)
        text += QStringLiteral(": ") + privilegesText(rights.writes());
    if (!columns.empty()) {
        QStringList names;
        for (const ColumnId column : columns)
            names << m_catalog.column(column).name;
        text += QStringLiteral(" (columns ") + names.join(QStringLiteral(", ")) + QLatin1Char(')');
    }
    if (rights.grantable & (writes ? writingPrivileges : Privileges(Privilege::Select)))
        text += QStringLiteral(", and may pass it on");
    if (rights.through)
        text += QStringLiteral(", being in ") + m_catalog.role(*rights.through).name;
    if (rights.viaPublic)
        text += QStringLiteral(", as everybody may");
    if (rights.afterSetRole)
        text += QStringLiteral(", after SET ROLE");
    return text + QLatin1Char('.');
}

void CrossingCollector::add(CrossingKind kind, const ActingRole& acting, const TableRights& rights)
{
    const bool writes = kind == CrossingKind::WriteGrant;
    Crossing crossing;
    crossing.kind = kind;
    crossing.fromBoundary = acting.boundary;
    crossing.intoBoundary = m_ownership.ofTables[rights.table.index];
    crossing.from = acting.role;
    crossing.into = rights.table;
    crossing.columns = writes ? rights.writeColumns : rights.readColumns;
    crossing.columnsKnown = !crossing.columns.empty();
    crossing.privileges = writes ? rights.writes() : Privileges(Privilege::Select);
    crossing.sameTeam = acting.sameTeam[crossing.intoBoundary];
    crossing.disabled = acting.disabled;
    crossing.sentence = sentence(kind, acting, rights, crossing.columns);
    (writes ? m_writes : m_reads).push_back(std::move(crossing));
}

void CrossingCollector::addTable(const ActingRole& acting, const TableRights& rights)
{
    const Privileges writes = rights.writes();
    if (writes && !isInParent(rights, writes))
        add(CrossingKind::WriteGrant, acting, rights);
    if (rights.privileges.testFlag(Privilege::Select) && isPrivate(rights.table) &&
        !isInParent(rights, Privilege::Select))
        add(CrossingKind::ReadGrant, acting, rights);
}

void CrossingCollector::addRole(const ActingRole& acting)
{
    const std::vector<bool> owners = m_rights.ownersFor(acting.role);
    RoleRights rights = m_rights.rightsOf(acting.role, [&](RoleId group) {
        return !m_ownership.ofRoles[group.index].empty() &&
               isWithin(m_covers[group.index], acting.covered);
    });
    std::erase_if(rights.tables, [&](const TableRights& table) {
        const BoundaryIndex boundary = m_ownership.ofTables[table.table.index];
        const std::optional<RoleId> owner = m_rights.ownerOf(table.table);
        return boundary < 0 || acting.covered[boundary] || (owner && owners[owner->index]);
    });
    std::ranges::sort(rights.tables, {},
                      [this](const TableRights& table) { return m_ranks[table.table.index]; });
    for (const TableRights& table : rights.tables)
        m_current[table.table.index] = table.privileges;
    for (const TableRights& table : rights.tables)
        addTable(acting, table);
    for (const TableRights& table : rights.tables)
        m_current[table.table.index] = {};
}

std::vector<Crossing> CrossingCollector::collect()
{
    prepare();
    std::vector<RoleId> roles;
    for (int i = 0; i < static_cast<int>(m_catalog.objects().roles.size()); ++i) {
        if (!m_ownership.ofRoles[i].empty() && !m_rights.isSuperuser({i}))
            roles.push_back({i});
    }
    for (const RoleId role : inOrderOfKeys(m_catalog, roles))
        addRole(acting(role));
    m_writes.insert(m_writes.end(), std::make_move_iterator(m_reads.begin()),
                    std::make_move_iterator(m_reads.end()));
    return std::move(m_writes);
}

} // namespace

} // namespace cadastre::access

namespace cadastre {

/// Write grants come before read grants, as their kinds do.
std::vector<Crossing> accessCrossings(const BoundaryFacts& facts)
{
    return access::CrossingCollector(facts).collect();
}

} // namespace cadastre

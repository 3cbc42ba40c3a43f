// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The sum of grants: what columns, tables, schemas and servers are granted to a role by whomever,
// table by table. Only what touches a table is looked at.
#include "model/boundaries/access/access_rights.h"

#include <algorithm>
#include <limits>

namespace cadastre::access {

namespace {

constexpr int noGiver = std::numeric_limits<int>::max();

constexpr Privileges rowPrivileges = writingPrivileges | Privilege::Select;

/// Privileges and the first who gives some of them: a position among the givers.
struct GivenPrivileges
{
    Privileges privileges;
    Privileges grantable;
    int giver = noGiver;

    void add(const GivenPrivileges& more)
    {
        privileges |= more.privileges;
        grantable |= more.grantable;
        if (more.privileges & rowPrivileges)
            giver = std::min(giver, more.giver);
    }
};

struct TableGrants
{
    TableId table;
    GivenPrivileges whole;
    GivenPrivileges onColumns;
    std::vector<std::pair<ColumnId, Privileges>> columns;
};

/// MariaDB and MySQL have no privilege to truncate: whoever may drop a table may empty it.
/// Source: MariaDB, "TRUNCATE TABLE"; MySQL 8, the same.
Privileges privilegesOn(Engine engine, Privileges granted)
{
    if (engine != Engine::PostgreSql && granted.testFlag(Privilege::Drop))
        granted |= Privilege::Truncate;
    return granted;
}

GivenPrivileges givenBy(Engine engine, const Grant& grant, int giver)
{
    return {privilegesOn(engine, grant.privileges), privilegesOn(engine, grant.grantable), giver};
}

/// Of a grant on a schema or server what counts for the tables in it; in PostgreSQL nothing.
GivenPrivileges handedDown(Engine engine, const Grant& grant, int giver)
{
    if (engine == Engine::PostgreSql)
        return {};
    GivenPrivileges given = givenBy(engine, grant, giver);
    given.privileges &= rowPrivileges;
    given.grantable &= rowPrivileges;
    return given;
}

std::vector<ColumnId> columnsWith(const TableGrants& grants, Privileges any)
{
    std::vector<ColumnId> columns;
    for (const auto& [column, privileges] : grants.columns) {
        if (privileges & any)
            columns.push_back(column);
    }
    std::ranges::sort(columns);
    const auto repeated = std::ranges::unique(columns);
    columns.erase(repeated.begin(), repeated.end());
    return columns;
}

/// Adds up the grants of one role in one source.
class GrantSum
{
public:
    GrantSum(const Catalog& catalog, SourceId source)
        : m_catalog(catalog)
        , m_source(source)
        , m_engine(catalog.source(source).engine)
        , m_schemas(catalog.objects().schemas.size())
        , m_slots(catalog.objects().tables.size(), -1)
    {
    }

    void add(const Grant& grant, int giver)
    {
        const ObjectRef object = grant.object;
        if (object.kind == ObjectKind::Source)
            m_everywhere.add(handedDown(m_engine, grant, giver));
        else if (object.kind == ObjectKind::Schema)
            m_schemas[object.index].add(handedDown(m_engine, grant, giver));
        else if (object.kind == ObjectKind::Table)
            tableGrants({object.index}).whole.add(givenBy(m_engine, grant, giver));
        else if (object.kind == ObjectKind::Column)
            addColumn({object.index}, givenBy(m_engine, grant, giver));
    }
    void addEverywhere(Privileges privileges, int giver)
    {
        m_everywhere.add({privileges, {}, giver});
    }

    /// Rights on every table of a usable schema, by table; `giver` becomes the position of the
    /// first giver.
    template <typename Use> void forEachTable(const Use& use)
    {
        for (int s = 0; s < static_cast<int>(m_schemas.size()); ++s) {
            if (m_catalog.schema({s}).source != m_source || m_catalog.schema({s}).system)
                continue;
            const TableId first = m_catalog.firstTable({s});
            const auto count = static_cast<int>(m_catalog.tablesOf({s}).size());
            for (int i = 0; i < count; ++i)
                useTable(SchemaId{s}, TableId{first.index + i}, use);
        }
    }

private:
    TableGrants& tableGrants(TableId table)
    {
        int& slot = m_slots[table.index];
        if (slot < 0) {
            slot = static_cast<int>(m_tables.size());
            m_tables.push_back({table, {}, {}, {}});
        }
        return m_tables[slot];
    }

    void addColumn(ColumnId column, const GivenPrivileges& given)
    {
        TableGrants& grants = tableGrants(m_catalog.column(column).table);
        grants.onColumns.add(given);
        grants.columns.emplace_back(column, given.privileges);
    }

    template <typename Use> void useTable(SchemaId schema, TableId table, const Use& use)
    {
        GivenPrivileges whole = m_everywhere;
        whole.add(m_schemas[schema.index]);
        const int slot = m_slots[table.index];
        if (slot >= 0)
            whole.add(m_tables[slot].whole);
        TableRights rights;
        rights.table = table;
        rights.privileges = whole.privileges;
        rights.grantable = whole.grantable;
        int giver = whole.giver;
        if (slot >= 0 && !m_tables[slot].columns.empty()) {
            addColumns(rights, m_tables[slot]);
            giver = std::min(giver, m_tables[slot].onColumns.giver);
        }
        if ((rights.privileges & rowPrivileges) && !m_catalog.table(table).system)
            use(std::move(rights), giver);
    }

    static void addColumns(TableRights& rights, const TableGrants& grants)
    {
        if (!rights.writes())
            rights.writeColumns = columnsWith(grants, writingPrivileges);
        if (!rights.privileges.testFlag(Privilege::Select))
            rights.readColumns = columnsWith(grants, Privilege::Select);
        rights.privileges |= grants.onColumns.privileges;
        rights.grantable |= grants.onColumns.grantable;
    }

    const Catalog& m_catalog;
    SourceId m_source;
    Engine m_engine;
    GivenPrivileges m_everywhere;
    std::vector<GivenPrivileges> m_schemas;
    std::vector<int> m_slots; // by table: position in m_tables, or -1
    std::vector<TableGrants> m_tables;
};

} // namespace

RoleRights AccessRights::sumOf(SourceId source, const std::vector<Giver>& givers,
                               const std::vector<bool>& usable) const
{
    GrantSum sum(m_catalog, source);
    for (int i = 0; i < static_cast<int>(givers.size()); ++i) {
        if (givers[i].role)
            sum.addEverywhere(everywhereBy(m_catalog, *givers[i].role), i);
        for (const int position : grantsOf(source, givers[i]))
            sum.add(m_catalog.objects().grants[position], i);
    }
    RoleRights result;
    sum.forEachTable([&](TableRights&& rights, int giver) {
        const Giver& first = givers[giver];
        rights.viaPublic = !first.role;
        if (first.role && giver > 0)
            rights.through = first.role;
        rights.afterSetRole = first.bySetRole;
        if (usable[m_catalog.table(rights.table).schema.index])
            result.tables.push_back(std::move(rights));
        else if (!rights.viaPublic)
            result.withoutUsage.push_back(rights.table);
    });
    return result;
}

namespace {

/// A grant to execute what it covers: the routine itself or, in MariaDB, all of a schema or server.
bool coversRoutine(const Catalog& catalog, const Grant& grant, RoutineId routine)
{
    if (!grant.privileges.testFlag(Privilege::Execute))
        return false;
    if (grant.object.kind == ObjectKind::Schema)
        return grant.object == ObjectRef(catalog.routine(routine).schema);
    return grant.object == ObjectRef(routine) || grant.object.kind == ObjectKind::Source;
}

} // namespace

bool AccessRights::mayExecute(RoleId role, RoutineId routine) const
{
    const SourceId source = m_catalog.role(role).source;
    if (source != m_catalog.sourceOf(ObjectRef(routine)))
        return false;
    const std::vector<Giver> givers = giversFor(role, {});
    if (!usableSchemas(source, givers)[m_catalog.routine(routine).schema.index])
        return false;
    return std::ranges::any_of(givers, [&](const Giver& giver) {
        return std::ranges::any_of(grantsOf(source, giver), [&](int position) {
            return coversRoutine(m_catalog, m_catalog.objects().grants[position], routine);
        });
    });
}

bool AccessRights::everybodyMayExecute(RoutineId routine) const
{
    const SourceId source = m_catalog.sourceOf(ObjectRef(routine));
    return std::ranges::any_of(m_grantsToEverybody[source.index], [&](int position) {
        return coversRoutine(m_catalog, m_catalog.objects().grants[position], routine);
    });
}

} // namespace cadastre::access

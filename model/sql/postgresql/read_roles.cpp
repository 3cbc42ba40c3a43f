// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

namespace cadastre::postgresql {

namespace {

/// Words of CREATE ROLE for what has no field of its own.
QString attributesOf(const Row& row)
{
    QStringList words;
    if (!row[5].boolean())
        words << QStringLiteral("NOINHERIT");
    if (row[6].boolean())
        words << QStringLiteral("CREATEROLE");
    if (row[7].boolean())
        words << QStringLiteral("CREATEDB");
    if (row[8].boolean())
        words << QStringLiteral("REPLICATION");
    if (row[9].integer() >= 0)
        words << QStringLiteral("CONNECTION LIMIT ") + row[9].text();
    return words.join(QStringLiteral(", "));
}

/// What a role is in, as its row says it: see roles.sql.
struct Memberships
{
    std::vector<Oid> all;
    std::vector<Oid> bySetRole;
    std::vector<Oid> onlyAdministers;
};

std::vector<RoleId> rolesOf(const Reading& reading, const std::vector<Oid>& oids)
{
    std::vector<RoleId> roles;
    for (const Oid oid : oids) {
        if (const auto ref = reading.find(catalog::roles, oid))
            roles.push_back(RoleId{ref->index});
    }
    return roles;
}

} // namespace

Outcome readRoles(Reading& reading, StepReport& report)
{
    std::vector<Memberships> memberships;
    auto& roles = reading.objects.roles;
    const auto error = reading.ask("roles", {}, [&](const Row& row) {
        Role role;
        const Oid oid = oidOf(row[0]);
        reading.describe(role, catalog::roles, oid, row[1], 0);
        role.system = role.name.startsWith(QLatin1String("pg_"));
        role.superuser = row[2].boolean();
        role.canLogin = row[3].boolean();
        role.bypassesRowSecurity = row[4].boolean();
        addProperty(role, QStringLiteral("Attributes"), attributesOf(row));
        reading.roleNames.insert(oid, role.name);
        reading.remember(catalog::roles, oid, RoleId{static_cast<int>(roles.size())});
        memberships.push_back({oidsOf(row[10]), oidsOf(row[11]), oidsOf(row[12])});
        roles.push_back(std::move(role));
        report.addObjects(1);
    });
    reading.objects.sources.front().owner = reading.roleNames.value(reading.databaseOwner);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        roles[i].memberOf = rolesOf(reading, memberships[i].all);
        roles[i].bySetRole = rolesOf(reading, memberships[i].bySetRole);
        for (const RoleId role : rolesOf(reading, memberships[i].onlyAdministers))
            addProperty(roles[i], QStringLiteral("Administers"), roles[role.index].name);
    }
    return error;
}

} // namespace cadastre::postgresql

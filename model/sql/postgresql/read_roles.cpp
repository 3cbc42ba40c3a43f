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

} // namespace

Outcome readRoles(Reading& reading, StepReport& report)
{
    std::vector<std::vector<Oid>> memberships;
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
        memberships.push_back(oidsOf(row[10]));
        roles.push_back(std::move(role));
        report.addObjects(1);
    });
    reading.objects.sources.front().owner = reading.roleNames.value(reading.databaseOwner);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        for (const Oid oid : memberships[i]) {
            if (const auto ref = reading.find(catalog::roles, oid))
                roles[i].memberOf.push_back(RoleId{ref->index});
        }
    }
    return error;
}

} // namespace cadastre::postgresql

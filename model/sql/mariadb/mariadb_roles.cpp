// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Users and roles and who is a member of which. Password hashes and plugins are never selected.
#include "model/dialect/mariadb.h"
#include "model/sql/mariadb/mariadb_steps.h"

namespace cadastre {

namespace {

void addAccount(MariaDbContext& context, const Row& row)
{
    Role role;
    setName(role, row[0]);
    role.name = mariadb::accountName(role.name);
    if (role.name.isEmpty() || context.role(role.name))
        return;
    const bool isRole = row[1].boolean();
    role.superuser = row[2].boolean();
    role.canLogin = !isRole && !row[3].boolean();
    addProperty(role, QStringLiteral("Kind"),
                isRole ? QStringLiteral("role") : QStringLiteral("user"));
    context.addRole(std::move(role));
}

void addMembership(MariaDbContext& context, const Row& row)
{
    const auto member = context.role(mariadb::accountName(row[0].text()));
    const auto role = context.role(mariadb::accountName(row[1].text()));
    if (!member || !role)
        return;
    auto& memberOf = context.objects.roles[static_cast<std::size_t>(member->index)].memberOf;
    if (std::ranges::find(memberOf, *role) == memberOf.end())
        memberOf.push_back(*role);
}

std::optional<SqlError> readRolesFrom(MariaDbContext& context, const char* roles,
                                      const char* members)
{
    if (auto error = context.ask(roles, [&](const Row& row) { addAccount(context, row); }))
        return error;
    return context.ask(members, [&](const Row& row) { addMembership(context, row); });
}

} // namespace

std::optional<SqlError> readRoles(MariaDbContext& context, StepReport& report)
{
    const auto error = readRolesFrom(context, "roles", "role_members");
    if (!error || error->failure != SqlFailure::PermissionDenied)
        return error;
    report.setPartlyRead(
        QStringLiteral("Own only: %1 may not see other users and roles (it needs SELECT on the "
                       "database mysql).")
            .arg(context.currentUser));
    return readRolesFrom(context, "roles_own", "role_members_own");
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// These engines leave out of information_schema, without a word, what the user has no privilege
// for. Whether that can be the case follows from the user's own grants: a privilege on the database
// or the server shows all objects of the kind.
#include "model/sql/mariadb/mariadb_steps.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

/// What shows all objects of a kind; any privilege where no words are given.
/// Source: MariaDB and MySQL, "Information Schema TRIGGERS / ROUTINES / EVENTS Table"; verified on
/// MariaDB 10.11.
struct Visibility
{
    CatalogKind kind;
    std::array<const char*, 3> words;
};
constexpr std::array visibilities{
    Visibility{CatalogKind::Tables, {}},
    Visibility{CatalogKind::Triggers, {"TRIGGER"}},
    Visibility{CatalogKind::Routines, {"EXECUTE", "ALTER ROUTINE", "CREATE ROUTINE"}},
    Visibility{CatalogKind::Events, {"EVENT"}},
};

/// The user, its active roles, and what those are members of.
std::vector<RoleId> ownRoles(const MariaDbContext& context)
{
    std::vector<RoleId> own;
    const auto add = [&own](const std::optional<RoleId>& role) {
        if (role && std::ranges::find(own, *role) == own.end())
            own.push_back(*role);
    };
    add(context.role(context.currentUser));
    for (const QString& active : context.activeRoles)
        add(context.role(active));
    for (std::size_t i = 1; i < own.size(); ++i) {
        const Role role = context.objects.roles[static_cast<std::size_t>(own[i].index)];
        for (const RoleId membership : role.memberOf)
            add(membership);
    }
    return own;
}

bool shows(const Grant& grant, const Visibility& visibility)
{
    if (!visibility.words.front())
        return true;
    const QStringList words =
        privilegesText(grant.privileges, grant.otherPrivileges).split(QStringLiteral(", "));
    return std::ranges::any_of(visibility.words, [&words](const char* word) {
        return word && words.contains(QLatin1String(word));
    });
}

QStringList schemasWithHidden(const MariaDbContext& context, const Visibility& visibility)
{
    const std::vector<RoleId> own = ownRoles(context);
    QStringList hidden;
    for (std::size_t i = 0; i < context.objects.schemas.size(); ++i) {
        const ObjectRef schema = SchemaId{static_cast<std::int32_t>(i)};
        const bool visible = std::ranges::any_of(context.objects.grants, [&](const Grant& grant) {
            const bool isOwn =
                !grant.grantee || std::ranges::find(own, *grant.grantee) != own.end();
            const bool covers = grant.object == schema || grant.object == ObjectRef(SourceId{0});
            return isOwn && covers && shows(grant, visibility);
        });
        if (!visible && !context.objects.schemas[i].system)
            hidden << context.objects.schemas[i].name;
    }
    hidden.sort();
    return hidden;
}

} // namespace

std::vector<KindStep> visibilitySteps(MariaDbContext& context)
{
    std::vector<KindStep> steps;
    for (const Visibility& visibility : visibilities) {
        const auto run = [&context, visibility](StepReport& report) -> std::optional<SqlError> {
            const QStringList schemas = schemasWithHidden(context, visibility);
            if (!schemas.isEmpty()) {
                report.setPartlyRead(
                    QStringLiteral("The server shows %1 only the %2 it has privileges for; there "
                                   "may be more in %3.")
                        .arg(context.currentUser, catalogKindName(visibility.kind),
                             schemas.join(QStringLiteral(", "))));
            }
            return std::nullopt;
        };
        steps.push_back({visibility.kind, run, false});
    }
    return steps;
}

} // namespace cadastre

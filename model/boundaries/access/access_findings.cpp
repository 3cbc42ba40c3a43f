// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// All findings about access in one list, and what could not be known: grants that were not read,
// engines without roles, transactions.
#include "model/boundaries/access/access_parts.h"

#include <algorithm>

namespace cadastre::access {

namespace {

/// What the MariaDB reader says when a user sees only itself; see mariadb_grants.cpp.
bool isOwnOnly(const KindReport* report)
{
    return report && report->state == ReadState::PartlyRead &&
           report->reason.startsWith(QLatin1String("Own only"));
}

bool isRead(const KindReport* report)
{
    return report && report->state == ReadState::Read;
}

bool hasNone(const KindReport* report)
{
    return report && report->state == ReadState::EngineHasNone;
}

QString reasonOf(const KindReport* grants, const KindReport* roles)
{
    const KindReport* unread = isRead(grants) ? roles : grants;
    if (!unread)
        return QStringLiteral("The catalog does not say whether they were read.");
    return unread->reason;
}

void findUnreadIn(AccessReview& review, SourceId source)
{
    const QString name = review.catalog.source(source).name;
    const KindReport* grants = review.catalog.kindReport(source, CatalogKind::Grants);
    const KindReport* roles = review.catalog.kindReport(source, CatalogKind::Roles);
    if (review.catalog.source(source).engine == Engine::Sqlite || hasNone(grants)) {
        review.add("no-roles", BoundarySeverity::Note, source, {},
                   QStringLiteral("%1 has no roles: whoever may open it may read and write "
                                  "everything in it.")
                       .arg(name),
                   {});
    } else if (isOwnOnly(grants) || isOwnOnly(roles)) {
        review.add("grants-own-only", BoundarySeverity::Unknown, source, {},
                   QStringLiteral("Of %1 only the reading user's own grants are known: who else "
                                  "may write across boundaries is not. %2")
                       .arg(name, reasonOf(grants, roles)),
                   QStringLiteral("Read it as a user who may see all grants."));
    } else if (!isRead(grants) || !isRead(roles)) {
        review.add("grants-not-read", BoundarySeverity::Unknown, source, {},
                   QStringLiteral("The roles and grants of %1 were not (all) read: who may write "
                                  "across boundaries is not known. %2")
                       .arg(name, reasonOf(grants, roles)),
                   QStringLiteral("Read it as a user who may see roles and grants."));
    }
}

/// Without a role that acts for a boundary there is nothing to compare grants with.
void findUnmappedSource(AccessReview& review, SourceId source)
{
    const auto& roles = review.catalog.objects().roles;
    bool hasLogins = false;
    for (int i = 0; i < static_cast<int>(roles.size()); ++i) {
        if (roles[i].source != source)
            continue;
        if (!review.ownership.ofRoles[i].empty())
            return;
        hasLogins = hasLogins || (roles[i].canLogin && !roles[i].superuser);
    }
    if (!hasLogins || review.ownership.names.empty())
        return;
    review.add("roles-not-mapped", BoundarySeverity::Unknown, source, {},
               QStringLiteral("No boundary says which roles of %1 act for it: grants cannot be "
                              "compared with who owns what.")
                   .arg(review.catalog.source(source).name),
               QStringLiteral("Name the roles that each boundary logs in as."));
}

int rankOf(BoundarySeverity severity)
{
    switch (severity) {
    case BoundarySeverity::Warning:
        return 0;
    case BoundarySeverity::Unknown:
        return 1;
    case BoundarySeverity::Note:
        return 2;
    }
    Q_UNREACHABLE();
}

} // namespace

void findUnreadGrants(AccessReview& review)
{
    const auto count = static_cast<int>(review.catalog.objects().sources.size());
    for (int i = 0; i < count; ++i) {
        findUnreadIn(review, {i});
        findUnmappedSource(review, {i});
    }
}

} // namespace cadastre::access

namespace cadastre {

std::vector<BoundaryFinding> accessFindings(const BoundaryFacts& facts)
{
    access::AccessReview review(facts);
    access::findUnreadGrants(review);
    access::findRoleFindings(review);
    access::findMixedOwners(review);
    access::findWritePaths(review);
    access::findForeignIdentities(review);
    review.add("transactions-unknown", BoundarySeverity::Note, {}, {},
               QStringLiteral("A catalog does not show which tables are changed in one "
                              "transaction: what has to commit together is not known from it."),
               QStringLiteral("Name what has to commit together as a flow; it is checked then."));
    std::ranges::stable_sort(
        review.findings, [](const BoundaryFinding& a, const BoundaryFinding& b) {
            return std::tuple(access::rankOf(a.severity), a.rule, a.object, a.boundary) <
                   std::tuple(access::rankOf(b.severity), b.rule, b.object, b.boundary);
        });
    return std::move(review.findings);
}

} // namespace cadastre

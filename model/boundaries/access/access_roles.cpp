// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What each role is and may, looked at one after the other: roles that act for several boundaries,
// that are above grants, that lie in their names, that nobody's boundary knows.
#include "model/boundaries/access/access_parts.h"

#include <algorithm>
#include <map>

namespace cadastre::access {

namespace {

/// One role with what follows from its grants.
struct RoleView
{
    RoleId id;
    const Role& role;
    const std::vector<BoundaryIndex>& actsFor;
    bool superuser = false;
    std::vector<bool> covered; ///< by boundary
    std::vector<bool> owners;  ///< by role: whose objects are its own
    RoleRights rights;         ///< none of a superuser

    [[nodiscard]] bool isMapped() const { return !actsFor.empty(); }
};

using TablesByBoundary = std::map<BoundaryIndex, std::vector<TableId>>;

RoleView viewOf(const AccessReview& review, RoleId id)
{
    RoleView view{id,
                  review.catalog.role(id),
                  review.ownership.ofRoles[id.index],
                  review.rights.isSuperuser(id),
                  boundariesOfRole(review.ownership, id),
                  review.rights.ownersFor(id),
                  {}};
    if (!view.superuser)
        view.rights = review.rights.rightsOf(id);
    return view;
}

QString boundaryNames(const AccessReview& review, const RoleView& view)
{
    QStringList names;
    for (const BoundaryIndex boundary : view.actsFor)
        names << review.ownership.names[boundary];
    return joinedWords(names);
}

bool isOwned(const AccessReview& review, const RoleView& view, TableId table)
{
    const std::optional<RoleId> owner = review.rights.ownerOf(table);
    return owner && view.owners[owner->index];
}

bool isElsewhere(const AccessReview& review, const RoleView& view, TableId table)
{
    const std::optional<BoundaryIndex> boundary = review.boundaryOf(table);
    return boundary && !view.covered[*boundary];
}

void findOneLogin(AccessReview& review, const RoleView& view)
{
    if (view.actsFor.size() < 2)
        return;
    const QString& first = review.ownership.names[view.actsFor.front()];
    const bool oneTeam = std::ranges::all_of(view.actsFor, [&](BoundaryIndex boundary) {
        return areOfOneTeam(review.facts.boundaries, first, review.ownership.names[boundary]);
    });
    review.add("one-login", oneTeam ? BoundarySeverity::Note : BoundarySeverity::Warning, view.id,
               view.actsFor.front(),
               QStringLiteral("%1 log in as one role, %2: which of them reads or writes cannot be "
                              "told apart.")
                   .arg(boundaryNames(review, view), view.role.name),
               QStringLiteral("Give each of them a role of its own with only its own rights."));
}

void findSuperuser(AccessReview& review, const RoleView& view)
{
    if (!view.superuser || !view.isMapped())
        return;
    review.add("role-is-superuser", BoundarySeverity::Warning, view.id, view.actsFor.front(),
               QStringLiteral("Role %1 acts for %2 and is a superuser or can become one: it may "
                              "write every table, whatever is granted.")
                   .arg(view.role.name, boundaryNames(review, view)),
               QStringLiteral("Let %1 log in as a role with grants on its own tables only.")
                   .arg(boundaryNames(review, view)));
}

void findOwnerElsewhere(AccessReview& review, const RoleView& view)
{
    if (view.superuser || !view.isMapped())
        return;
    TablesByBoundary owned;
    const auto count = static_cast<int>(review.catalog.objects().tables.size());
    for (int i = 0; i < count; ++i) {
        if (isOwned(review, view, {i}) && isElsewhere(review, view, {i}))
            owned[review.ownership.ofTables[i]].push_back({i});
    }
    for (const auto& [boundary, tables] : owned) {
        review.add("owner-elsewhere", BoundarySeverity::Warning, view.id, boundary,
                   QStringLiteral("Role %1 of %2 owns %3 of %4, itself or as a member, and may do "
                                  "everything with them: %5.")
                       .arg(view.role.name, boundaryNames(review, view),
                            countedTables(tables.size()), review.ownership.names[boundary],
                            namedTables(review.catalog, tables)),
                   QStringLiteral("Give the tables an owner nobody logs in as."));
    }
}

/// Rights that everybody has say nothing about a role.
std::vector<const TableRights*> ownWrites(const AccessReview& review, const RoleView& view)
{
    std::vector<const TableRights*> writes;
    for (const TableRights& rights : view.rights.tables) {
        if (rights.writes() && !rights.viaPublic && !isOwned(review, view, rights.table))
            writes.push_back(&rights);
    }
    return writes;
}

/// A reader among readers says it once: where the grant is.
bool isSaidElsewhere(const AccessReview& review, const TableRights& rights)
{
    return rights.through && saysReadOnly(review.catalog.role(*rights.through));
}

void findLyingName(AccessReview& review, const RoleView& view)
{
    const bool outright = saysReadOnly(view.role);
    if (view.role.system || (!outright && !soundsLikeReading(view.role)))
        return;
    std::vector<const TableRights*> writes = ownWrites(review, view);
    std::erase_if(writes, [&](const TableRights* rights) {
        const std::optional<BoundaryIndex> boundary = review.boundaryOf(rights->table);
        const bool isItsOwn = !outright && boundary && view.covered[*boundary];
        return isItsOwn || isSaidElsewhere(review, *rights);
    });
    if (writes.empty())
        return;
    review.add("role-name-lies", BoundarySeverity::Warning, view.id,
               review.boundaryOf(writes.front()->table),
               QStringLiteral("Role %1 seems to be for reading, by name or comment, but may write "
                              "%2: %3.")
                   .arg(view.role.name, countedTables(writes.size()),
                        writtenTables(review.catalog, writes)),
               QStringLiteral("Revoke what it does not need, or give it another name."));
}

bool hasMembers(const Catalog& catalog, RoleId id)
{
    return std::ranges::any_of(catalog.objects().roles, [id](const Role& role) {
        return std::ranges::find(role.memberOf, id) != role.memberOf.end();
    });
}

/// A group is told by its members.
void findUnmappedWrites(AccessReview& review, const RoleView& view)
{
    if (view.isMapped() || view.role.system || view.superuser ||
        (!view.role.canLogin && hasMembers(review.catalog, view.id)))
        return;
    std::vector<const TableRights*> writes = ownWrites(review, view);
    std::erase_if(writes,
                  [&](const TableRights* rights) { return !review.boundaryOf(rights->table); });
    if (writes.empty())
        return;
    const QString locked =
        view.role.canLogin ? QString() : QStringLiteral(" (nobody can log in as it at present)");
    review.add("role-unmapped-writes",
               view.role.canLogin ? BoundarySeverity::Warning : BoundarySeverity::Note, view.id,
               review.boundaryOf(writes.front()->table),
               QStringLiteral("Role %1%2 acts for no boundary, and may write %3 of others: "
                              "%4.")
                   .arg(view.role.name, locked, countedTables(writes.size()),
                        writtenTables(review.catalog, writes)),
               QStringLiteral("Say which boundary it acts for, or revoke its right to write."));
}

void findUselessGrants(AccessReview& review, const RoleView& view)
{
    std::vector<TableId> tables = view.rights.withoutUsage;
    std::erase_if(tables, [&](TableId table) { return isOwned(review, view, table); });
    if ((!view.role.canLogin && !view.isMapped()) || tables.empty())
        return;
    review.add(
        "grant-without-usage", BoundarySeverity::Note, view.id, review.boundaryOf(tables.front()),
        QStringLiteral("Role %1 has grants on %2 without USAGE on their schema, so they "
                       "have no effect: %3.")
            .arg(view.role.name, countedTables(tables.size()), namedTables(review.catalog, tables)),
        QStringLiteral("Revoke them, or grant USAGE if they are meant."));
}

bool hasTables(const Ownership& ownership, const std::vector<bool>& boundaries)
{
    return std::ranges::any_of(ownership.ofTables, [&](BoundaryIndex boundary) {
        return boundary >= 0 && boundaries[boundary];
    });
}

/// What a boundary publishes, by boundary.
TablesByBoundary contractsByBoundary(const Ownership& ownership)
{
    TablesByBoundary contracts;
    for (int i = 0; i < static_cast<int>(ownership.ofTables.size()); ++i) {
        if (ownership.ofTables[i] >= 0 && ownership.isContract({i}))
            contracts[ownership.ofTables[i]].push_back({i});
    }
    return contracts;
}

/// Private tables that a role of a boundary without tables may read, by boundary; what it has from
/// a role of the same boundary is told of that one.
TablesByBoundary readPrivately(const AccessReview& review, const RoleView& view)
{
    const std::vector<bool> shared = sharedBoundaries(review.facts.boundaries, review.ownership);
    const RoleRights rights = review.rights.rightsOf(view.id, [&](RoleId group) {
        const auto& others = review.ownership.ofRoles[group.index];
        return !others.empty() && std::ranges::all_of(others, [&](BoundaryIndex boundary) {
            return view.covered[boundary];
        });
    });
    TablesByBoundary read;
    for (const TableRights& table : rights.tables) {
        if (table.privileges.testFlag(Privilege::Select) &&
            isElsewhere(review, view, table.table) && !isOwned(review, view, table.table) &&
            !shared[review.ownership.ofTables[table.table.index]] &&
            review.ownership.exposures[table.table.index].exposure == Exposure::Private)
            read[review.ownership.ofTables[table.table.index]].push_back(table.table);
    }
    return read;
}

void findReaders(AccessReview& review, const RoleView& view, const TablesByBoundary& contracts)
{
    if (!view.isMapped() || view.superuser || hasTables(review.ownership, view.covered))
        return;
    for (const auto& [boundary, tables] : readPrivately(review, view)) {
        const auto published = contracts.find(boundary);
        if (published == contracts.end())
            continue;
        review.add("reader-reads-private", BoundarySeverity::Warning, view.id, boundary,
                   QStringLiteral("Role %1 of %2 may read %3 private to %4 (%5), which publishes "
                                  "%6.")
                       .arg(view.role.name, boundaryNames(review, view),
                            countedTables(tables.size()), review.ownership.names[boundary],
                            namedTables(review.catalog, tables),
                            namedTables(review.catalog, published->second)),
                   QStringLiteral("Let it read what is published, and revoke the rest."));
    }
}

} // namespace

void findRoleFindings(AccessReview& review)
{
    const TablesByBoundary contracts = contractsByBoundary(review.ownership);
    const auto count = static_cast<int>(review.catalog.objects().roles.size());
    for (int i = 0; i < count; ++i) {
        const RoleView view = viewOf(review, {i});
        findOneLogin(review, view);
        findSuperuser(review, view);
        findOwnerElsewhere(review, view);
        findLyingName(review, view);
        findUnmappedWrites(review, view);
        findUselessGrants(review, view);
        findReaders(review, view, contracts);
    }
}

} // namespace cadastre::access

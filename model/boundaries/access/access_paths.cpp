// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Ways to write that a role's own grants do not show: what everybody may, routines that run with
// their owner's rights, subscriptions, foreign tables.
#include "model/boundaries/access/access_parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace cadastre::access {

namespace {

QString namesOf(const Ownership& ownership, const std::set<BoundaryIndex>& boundaries)
{
    QStringList names;
    for (const BoundaryIndex boundary : boundaries)
        names << ownership.names[boundary];
    return joinedWords(names);
}

std::set<BoundaryIndex> ownersOf(const AccessReview& review, const std::vector<TableId>& tables)
{
    std::set<BoundaryIndex> boundaries;
    for (const TableId table : tables) {
        if (const auto boundary = review.boundaryOf(table))
            boundaries.insert(*boundary);
    }
    return boundaries;
}

void findPublicWrites(AccessReview& review, SourceId source)
{
    const RoleRights rights = review.rights.rightsOfEverybody(source);
    std::map<BoundaryIndex, std::vector<const TableRights*>> written;
    for (const TableRights& table : rights.tables) {
        const auto boundary = review.boundaryOf(table.table);
        if (table.writes() && boundary)
            written[*boundary].push_back(&table);
    }
    for (const auto& [boundary, tables] : written) {
        review.add("public-writes", BoundarySeverity::Warning, tables.front()->table, boundary,
                   QStringLiteral("Everybody (PUBLIC) may write %1 of %2: %3.")
                       .arg(countedTables(tables.size()), review.ownership.names[boundary],
                            writtenTables(review.catalog, tables)),
                   QStringLiteral("Revoke it from PUBLIC and grant it to the roles of %1.")
                       .arg(review.ownership.names[boundary]));
    }
}

/// What a routine writes itself or by routines that it calls, by table.
std::vector<TableId> writtenBy(const UseReading& uses, RoutineId routine)
{
    std::set<TableId> written;
    std::set<ObjectRef> seen{routine};
    std::vector<ObjectRef> open{routine};
    while (!open.empty()) {
        const ObjectRef user = open.back();
        open.pop_back();
        for (const int position : uses.usesOf(user)) {
            const ObjectUse& use = uses.uses[position];
            if (use.kind == UseKind::Writes && use.used.kind == ObjectKind::Table)
                written.insert({use.used.index});
            else if (use.kind == UseKind::Calls && seen.insert(use.used).second)
                open.push_back(use.used);
        }
    }
    return {written.begin(), written.end()};
}

/// Whether the role gets at tables that are not its boundaries' own.
bool reachesElsewhere(const AccessReview& review, RoleId role, const std::vector<TableId>& written)
{
    const std::vector<bool> covered = boundariesOfRole(review.ownership, role);
    return std::ranges::any_of(written, [&](TableId table) {
        const auto boundary = review.boundaryOf(table);
        return boundary && !covered[*boundary];
    });
}

/// Roles that run the routine and so write what is not theirs; owners and superusers may anyway.
QStringList foreignCallers(const AccessReview& review, RoutineId id,
                           const std::vector<TableId>& written)
{
    const QString& owner = review.catalog.routine(id).owner;
    const auto& roles = review.catalog.objects().roles;
    QStringList callers;
    for (int i = 0; i < static_cast<int>(roles.size()); ++i) {
        const bool counts = roles[i].canLogin || !review.ownership.ofRoles[i].empty();
        if (counts && roles[i].name != owner && !review.rights.isSuperuser({i}) &&
            review.rights.mayExecute({i}, id) && reachesElsewhere(review, {i}, written))
            callers << roles[i].name;
    }
    return callers;
}

/// Trigger functions are run by their triggers only.
bool runsForCallers(const Routine& routine)
{
    return routine.securityDefiner && !routine.system &&
           routine.returns != QLatin1String("trigger");
}

void findDefinerWrites(AccessReview& review, RoutineId id)
{
    const std::vector<TableId> written = writtenBy(review.facts.uses, id);
    const std::set<BoundaryIndex> boundaries = ownersOf(review, written);
    if (boundaries.empty())
        return;
    const BoundaryIndex home = review.ownership.ofRoutines[id.index];
    const bool isPublishedAtHome =
        review.ownership.routineExposures[id.index] == Exposure::Contract &&
        boundaries == std::set<BoundaryIndex>{home};
    QStringList callers = foreignCallers(review, id, written);
    if (isPublishedAtHome || callers.isEmpty())
        return;
    if (review.rights.everybodyMayExecute(id))
        callers = {QStringLiteral("everybody (PUBLIC)")};
    review.add("security-definer-writes", BoundarySeverity::Warning, id, *boundaries.begin(),
               QStringLiteral("%1 writes %2 of %3 with the rights of its owner, and may be "
                              "executed by %4.")
                   .arg(review.catalog.displayName(id), namedTables(review.catalog, written),
                        namesOf(review.ownership, boundaries), joinedWords(callers)),
               QStringLiteral("Publish it as a contract of the tables' owner, or let it run with "
                              "the caller's rights."));
}

std::vector<TableId> tablesWrittenBy(const Catalog& catalog, OtherId id)
{
    std::vector<TableId> tables;
    for (const Dependency& dependency : catalog.objects().dependencies) {
        if (dependency.dependent == ObjectRef(id) && dependency.kind == DependencyKind::Writes &&
            dependency.on.kind == ObjectKind::Table)
            tables.push_back({dependency.on.index});
    }
    return tables;
}

bool isEnabled(const OtherObject& subscription)
{
    return std::ranges::none_of(subscription.properties, [](const Property& property) {
        return property.label == QLatin1String("Enabled") && property.value == QLatin1String("no");
    });
}

void findSubscription(AccessReview& review, OtherId id)
{
    const OtherObject& subscription = review.catalog.other(id);
    const std::vector<TableId> tables = tablesWrittenBy(review.catalog, id);
    const std::set<BoundaryIndex> boundaries = ownersOf(review, tables);
    const QString what = tables.empty() ? QStringLiteral("tables that are not known")
                                        : namedTables(review.catalog, tables);
    const QString owners =
        boundaries.empty()
            ? QString()
            : QString(QStringLiteral(" of ") + namesOf(review.ownership, boundaries));
    const QString state =
        isEnabled(subscription) ? QString() : QStringLiteral(" It is disabled at present.");
    review.add("subscription-writes",
               isEnabled(subscription) ? BoundarySeverity::Warning : BoundarySeverity::Note, id,
               boundaries.empty() ? std::nullopt : std::optional(*boundaries.begin()),
               QStringLiteral("Subscription %1 writes what another server sends into %2%3, past "
                              "all grants.%4")
                   .arg(subscription.name, what, owners, state),
               QStringLiteral("Mark the tables as replicas, and let nobody else write them."));
}

/// Roles that may write a foreign table, owners and superusers apart.
using WritersByTable = std::map<TableId, QStringList>;

WritersByTable foreignTableWriters(const AccessReview& review)
{
    WritersByTable writers;
    const Catalog& catalog = review.catalog;
    if (std::ranges::none_of(catalog.objects().tables, [](const Table& table) {
            return table.kind == TableKind::ForeignTable;
        }))
        return writers;
    for (const TableAccess& access : tableAccess(catalog, review.ownership)) {
        if (catalog.table(access.table).kind == TableKind::ForeignTable && !access.owner &&
            !access.superuser && (access.privileges & writingPrivileges))
            writers[access.table] << catalog.role(access.role).name;
    }
    return writers;
}

void findForeignTables(AccessReview& review)
{
    for (const auto& [table, roles] : foreignTableWriters(review)) {
        review.add("foreign-table-writes", BoundarySeverity::Warning, table,
                   review.boundaryOf(table),
                   QStringLiteral("Foreign table %1 passes what %2 may write on to server %3, with "
                                  "the rights that the user mapping has there.")
                       .arg(review.catalog.displayName(table), joinedWords(roles),
                            review.catalog.table(table).foreignServer),
                   QStringLiteral("Revoke the right to write it, or ask the owner of the table "
                                  "behind it."));
    }
}

} // namespace

void findWritePaths(AccessReview& review)
{
    const CatalogObjects& objects = review.catalog.objects();
    for (int i = 0; i < static_cast<int>(objects.sources.size()); ++i)
        findPublicWrites(review, {i});
    for (int i = 0; i < static_cast<int>(objects.routines.size()); ++i) {
        if (runsForCallers(objects.routines[i]))
            findDefinerWrites(review, {i});
    }
    for (int i = 0; i < static_cast<int>(objects.others.size()); ++i) {
        if (objects.others[i].kind == CatalogKind::Subscriptions)
            findSubscription(review, {i});
    }
    findForeignTables(review);
}

} // namespace cadastre::access

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How an object hangs together with others: dependencies, grants. Relationships have
// a file of their own.
#include "model/describe/facts.h"

#include <set>

namespace cadastre {

namespace {

/// Whether `part` is the object itself or, of a table, one of its columns.
bool isOrBelongsTo(const Catalog& catalog, ObjectRef part, ObjectRef whole)
{
    if (part == whole)
        return true;
    return whole.kind == ObjectKind::Table && part.kind == ObjectKind::Column &&
           catalog.column({part.index}).table.index == whole.index;
}

} // namespace

QString dependencyWord(DependencyKind kind, bool forward)
{
    switch (kind) {
    case DependencyKind::Reads:
        return forward ? QStringLiteral("reads") : QStringLiteral("read by");
    case DependencyKind::Writes:
        return forward ? QStringLiteral("writes") : QStringLiteral("written by");
    case DependencyKind::Calls:
        return forward ? QStringLiteral("calls") : QStringLiteral("called by");
    case DependencyKind::Other:
        return forward ? QStringLiteral("uses") : QStringLiteral("used by");
    }
    Q_UNREACHABLE();
}

void describeDependencies(const DescribeInput& input, ObjectDescription& description)
{
    Facts uses(QStringLiteral("Uses"));
    Facts usedBy(QStringLiteral("Used by"));
    // engines that know it tell of every column; of a table, each user is named once
    std::set<std::pair<DependencyKind, ObjectRef>> users;
    for (const Dependency& dependency : input.catalog.objects().dependencies) {
        if (isOrBelongsTo(input.catalog, dependency.dependent, input.object)) {
            uses.link(dependencyWord(dependency.kind, true),
                      input.catalog.displayName(dependency.on), dependency.on);
        } else if (isOrBelongsTo(input.catalog, dependency.on, input.object) &&
                   !users.contains({dependency.kind, dependency.dependent})) {
            users.insert({dependency.kind, dependency.dependent});
            usedBy.link(dependencyWord(dependency.kind, false),
                        input.catalog.displayName(dependency.dependent), dependency.dependent);
        }
    }
    std::move(uses).addTo(description);
    std::move(usedBy).addTo(description);
}

void describeGrants(const DescribeInput& input, ObjectDescription& description)
{
    Facts facts(QStringLiteral("Grants"));
    for (const Grant& grant : input.catalog.objects().grants) {
        const bool isGrantee = input.object.kind == ObjectKind::Role && grant.grantee &&
                               grant.grantee->index == input.object.index;
        if (!isGrantee && !isOrBelongsTo(input.catalog, grant.object, input.object))
            continue;
        QString text = privilegesText(grant.privileges, grant.otherPrivileges);
        if (grant.grantable)
            text += QStringLiteral("; may pass on ") + privilegesText(grant.grantable);
        if (grant.ownerDefault)
            text += QStringLiteral(" (as owner)");
        else if (!grant.grantor.isEmpty())
            text += QStringLiteral(" (granted by %1)").arg(grant.grantor);
        if (isGrantee) {
            facts.link(input.catalog.displayName(grant.object), text, grant.object);
            continue;
        }
        const QString grantee =
            grant.grantee ? input.catalog.role(*grant.grantee).name : QStringLiteral("PUBLIC");
        const bool onColumn = grant.object != input.object;
        facts.link(grantee,
                   onColumn ? QString(text + QStringLiteral(" on ") +
                                      input.catalog.base(grant.object).name)
                            : text,
                   grant.grantee ? std::optional<ObjectRef>(*grant.grantee) : std::nullopt);
    }
    std::move(facts).addTo(description);
}

} // namespace cadastre

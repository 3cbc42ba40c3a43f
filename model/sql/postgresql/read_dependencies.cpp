// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/postgresql/kinds.h"

#include <algorithm>

namespace cadastre::postgresql {

namespace {

std::optional<ObjectRef> dependentOf(const Reading& reading, Oid catalogOid, Oid oid)
{
    const auto view = reading.viewOfRule.constFind(oid);
    if (catalogOid == catalog::rules && view != reading.viewOfRule.constEnd())
        return *view;
    return reading.find(catalogOid, oid);
}

std::optional<ObjectRef> targetOf(const Reading& reading, Oid catalogOid, Oid oid, int subId)
{
    const auto ref = reading.find(catalogOid, oid);
    if (!ref || !subId || ref->kind != ObjectKind::Table)
        return ref;
    const auto column = reading.column(TableId{ref->index}, subId);
    return column ? std::optional<ObjectRef>(*column) : ref;
}

DependencyKind kindOf(ObjectRef on)
{
    switch (on.kind) {
    case ObjectKind::Routine:
        return DependencyKind::Calls;
    case ObjectKind::Type:
        return DependencyKind::Other;
    default:
        return DependencyKind::Reads;
    }
}

/// A rule always names its own table; that is what it is about, not what it uses.
bool isOwnTable(const Reading& reading, ObjectRef dependent, ObjectRef on)
{
    return dependent == on || (dependent.kind == ObjectKind::Other &&
                               reading.objects.others[dependent.index].about == on);
}

} // namespace

Outcome readDependencies(Reading& reading, StepReport& report)
{
    auto& dependencies = reading.objects.dependencies;
    const auto error =
        reading.ask("dependencies", {reading.wantsSystemObjects()}, [&](const Row& row) {
            const auto dependent = dependentOf(reading, oidOf(row[0]), oidOf(row[1]));
            const auto on =
                targetOf(reading, oidOf(row[2]), oidOf(row[3]), static_cast<int>(row[4].integer()));
            if (!dependent || !on || isOwnTable(reading, *dependent, *on))
                return;
            dependencies.push_back({*dependent, *on, kindOf(*on)});
            report.addObjects(1);
        });
    std::ranges::sort(dependencies);
    dependencies.erase(std::ranges::unique(dependencies).begin(), dependencies.end());
    return error;
}

} // namespace cadastre::postgresql

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of boundaries as commands; see the header. Their names are found in
// boundary_change_name.cpp.
#include "model/workspace/boundary_commands.h"

#include "model/boundaries/ownership/member_keys.h"
#include "model/workspace/boundary_changes.h"

#include <algorithm>

namespace cadastre {

namespace {

/// Objects that a change is about; absent when it is about anything else, too.
std::optional<std::vector<ObjectKey>> onlyObjectsOf(const BoundaryChanges& changes)
{
    std::vector<ObjectKey> objects;
    if (!changes.rules.empty() || !changes.flows.empty() || !changes.decisions.empty() ||
        changes.changesBaseline())
        return std::nullopt;
    for (const auto& change : changes.exposures)
        objects.push_back(change.key);
    for (const auto& change : changes.entries) {
        if (!change.before || !change.after)
            return std::nullopt;
        Boundary otherwise = *change.before;
        otherwise.members = change.after->members;
        if (otherwise != *change.after)
            return std::nullopt;
        for (QString member : textsOnlyIn(change.before->members, change.after->members) +
                                  textsOnlyIn(change.after->members, change.before->members)) {
            if (member.startsWith(QLatin1Char('!')))
                member.remove(0, 1);
            const Result<ObjectKey> key = ObjectKey::fromString(member);
            if (!isMemberKey(member) || !key || key->source.isEmpty())
                return std::nullopt;
            objects.push_back(*key);
        }
    }
    return objects;
}

} // namespace

Command changeBoundaries(Boundaries& document, const Boundaries& after, const QString& name,
                         IsAlive isAlive)
{
    const BoundaryChanges changes = boundaryChanges(document, after);
    const auto objects = onlyObjectsOf(changes);
    const auto isPointless = [objects, isAlive = std::move(isAlive)] {
        return isAlive && objects && !objects->empty() && std::ranges::none_of(*objects, isAlive);
    };
    const Error gone{QStringLiteral("%1 was skipped: the objects are no longer there.").arg(name),
                     {}};
    const auto applying = [&document, isPointless, gone](const BoundaryChanges& direction) {
        return [&document, isPointless, gone, direction]() -> Result<Nothing> {
            if (isPointless())
                return gone;
            applyBoundaryChanges(document, direction);
            return ok();
        };
    };
    return {name, applying(changes), applying(reversed(changes))};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Edits of conventions as commands; see the header.
#include "model/workspace/convention_commands.h"

#include "model/workspace/boundary_changes.h"

namespace cadastre {

namespace {

using ConventionChanges = std::vector<EntryChange<QString, Convention>>;

ConventionChanges reversedConventions(ConventionChanges changes)
{
    for (auto& change : changes)
        std::swap(change.before, change.after);
    return changes;
}

void applyConventionChanges(Conventions& document, const ConventionChanges& changes)
{
    for (const auto& change : changes) {
        if (change.after)
            document[change.key] = *change.after;
        else
            document.erase(change.key);
    }
}

} // namespace

Command changeConventions(Conventions& document, const Conventions& after)
{
    const ConventionChanges changes = changedEntries(document, after);
    const auto applying = [&document](const ConventionChanges& direction) {
        return [&document, direction]() -> Result<Nothing> {
            applyConventionChanges(document, direction);
            return ok();
        };
    };
    return {conventionChangeName(document, after), applying(changes),
            applying(reversedConventions(changes))};
}

QString conventionChangeName(const Conventions& before, const Conventions& after)
{
    const ConventionChanges changes = changedEntries(before, after);
    if (changes.size() != 1)
        return QStringLiteral("Change %1 conventions").arg(changes.size());
    const auto& change = changes.front();
    const QString name = change.key;
    if (!change.before)
        return QStringLiteral("Add the convention %1").arg(name);
    return change.after ? QStringLiteral("Change the convention %1").arg(name)
                        : QStringLiteral("Remove the convention %1").arg(name);
}

} // namespace cadastre

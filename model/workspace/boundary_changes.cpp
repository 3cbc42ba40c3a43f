// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Compares boundaries documents and applies what differs; see the header.
#include "model/workspace/boundary_changes.h"

#include <algorithm>

namespace cadastre {

namespace {

template <typename Key, typename Value>
void reverseEntries(std::vector<EntryChange<Key, Value>>& changes)
{
    for (auto& change : changes)
        std::swap(change.before, change.after);
}

template <typename Key, typename Value>
void applyEntries(std::map<Key, Value>& entries,
                  const std::vector<EntryChange<Key, Value>>& changes)
{
    for (const auto& change : changes) {
        if (change.after)
            entries[change.key] = *change.after;
        else
            entries.erase(change.key);
    }
}

/// What a refresh did to other members stays.
QStringList patchedTexts(const QStringList& now, const QStringList& before,
                         const QStringList& after)
{
    QStringList result = textsOnlyIn(now, textsOnlyIn(before, after)) + textsOnlyIn(after, before);
    std::ranges::sort(result);
    result.removeDuplicates();
    return result;
}

Boundary patchedBoundary(Boundary now, const Boundary& before, const Boundary& after)
{
    const auto patch = [&](auto field) {
        if (before.*field != after.*field)
            now.*field = after.*field;
    };
    patch(&Boundary::owner);
    patch(&Boundary::deployer);
    patch(&Boundary::contact);
    patch(&Boundary::kind);
    patch(&Boundary::color);
    patch(&Boundary::note);
    patch(&Boundary::parent);
    now.members = patchedTexts(now.members, before.members, after.members);
    now.roles = patchedTexts(now.roles, before.roles, after.roles);
    return now;
}

std::vector<CrossingKey> keysOnlyIn(const std::optional<std::set<CrossingKey>>& first,
                                    const std::optional<std::set<CrossingKey>>& second)
{
    std::vector<CrossingKey> result;
    if (!first)
        return result;
    for (const CrossingKey& key : *first) {
        if (!second || !second->contains(key))
            result.push_back(key);
    }
    return result;
}

} // namespace

QStringList textsOnlyIn(const QStringList& first, const QStringList& second)
{
    const std::set<QString> known(second.begin(), second.end());
    QStringList result;
    for (const QString& text : first) {
        if (!known.contains(text))
            result << text;
    }
    return result;
}

BoundaryChanges boundaryChanges(const Boundaries& before, const Boundaries& after)
{
    BoundaryChanges changes;
    changes.entries = changedEntries(before.entries, after.entries);
    changes.exposures = changedEntries(before.exposures, after.exposures);
    changes.rules = changedEntries(before.rules, after.rules);
    changes.decisions = changedEntries(before.decisions, after.decisions);
    changes.flows = changedEntries(before.flows, after.flows);
    changes.hasBaselineBefore = before.baseline.has_value();
    changes.hasBaselineAfter = after.baseline.has_value();
    changes.baselineGone = keysOnlyIn(before.baseline, after.baseline);
    changes.baselineNew = keysOnlyIn(after.baseline, before.baseline);
    return changes;
}

BoundaryChanges reversed(BoundaryChanges changes)
{
    reverseEntries(changes.entries);
    reverseEntries(changes.exposures);
    reverseEntries(changes.rules);
    reverseEntries(changes.decisions);
    reverseEntries(changes.flows);
    std::swap(changes.hasBaselineBefore, changes.hasBaselineAfter);
    std::swap(changes.baselineGone, changes.baselineNew);
    return changes;
}

void applyBoundaryChanges(Boundaries& boundaries, const BoundaryChanges& changes)
{
    for (const auto& change : changes.entries) {
        const auto now = boundaries.entries.find(change.key);
        if (now != boundaries.entries.end() && change.before && change.after)
            now->second = patchedBoundary(now->second, *change.before, *change.after);
        else
            applyEntries(boundaries.entries, {change});
    }
    applyEntries(boundaries.exposures, changes.exposures);
    applyEntries(boundaries.rules, changes.rules);
    applyEntries(boundaries.decisions, changes.decisions);
    applyEntries(boundaries.flows, changes.flows);
    if (!changes.changesBaseline())
        return;
    if (!changes.hasBaselineAfter) {
        boundaries.baseline.reset();
        return;
    }
    if (!boundaries.baseline)
        boundaries.baseline.emplace();
    for (const CrossingKey& key : changes.baselineGone)
        boundaries.baseline->erase(key);
    boundaries.baseline->insert(changes.baselineNew.begin(), changes.baselineNew.end());
}

} // namespace cadastre

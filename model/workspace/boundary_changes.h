// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What differs between two boundaries documents, for commands and their names.
#pragma once

#include "model/boundaries/boundaries.h"

namespace cadastre {

/// Entries of a map that differ: before and after; absent where there is none.
template <typename Key, typename Value> struct EntryChange
{
    Key key;
    std::optional<Value> before;
    std::optional<Value> after;

    bool operator==(const EntryChange&) const = default;
};

/// By key.
template <typename Key, typename Value>
std::vector<EntryChange<Key, Value>> changedEntries(const std::map<Key, Value>& before,
                                                    const std::map<Key, Value>& after)
{
    std::vector<EntryChange<Key, Value>> changes;
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        const bool isGone = now == after.end() || (old != before.end() && old->first < now->first);
        const bool isNew = old == before.end() || (now != after.end() && now->first < old->first);
        if (isGone) {
            changes.push_back({old->first, old->second, std::nullopt});
        } else if (isNew) {
            changes.push_back({now->first, std::nullopt, now->second});
        } else if (!(old->second == now->second)) {
            changes.push_back({now->first, old->second, now->second});
        }
        if (!isNew)
            ++old;
        if (!isGone)
            ++now;
    }
    return changes;
}

struct BoundaryChanges
{
    std::vector<EntryChange<QString, Boundary>> entries;
    std::vector<EntryChange<ObjectKey, ExposureEntry>> exposures;
    std::vector<EntryChange<RuleKey, Rule>> rules;
    std::vector<EntryChange<CrossingKey, CrossingDecision>> decisions;
    std::vector<EntryChange<QString, Flow>> flows;
    bool hasBaselineBefore = false;
    bool hasBaselineAfter = false;
    std::vector<CrossingKey> baselineGone; ///< sorted
    std::vector<CrossingKey> baselineNew;  ///< sorted

    [[nodiscard]] bool changesBaseline() const
    {
        return hasBaselineBefore != hasBaselineAfter || !baselineGone.empty() ||
               !baselineNew.empty();
    }
    bool operator==(const BoundaryChanges&) const = default;
};

BoundaryChanges boundaryChanges(const Boundaries& before, const Boundaries& after);

/// The same the other way round.
BoundaryChanges reversed(BoundaryChanges changes);

/// Makes the changes, of boundaries field by field and member by member.
void applyBoundaryChanges(Boundaries& boundaries, const BoundaryChanges& changes);

/// What is in the first, but not in the second list; in order.
QStringList textsOnlyIn(const QStringList& first, const QStringList& second);

} // namespace cadastre

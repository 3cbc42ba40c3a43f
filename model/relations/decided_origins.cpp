// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/relations/decided_origins.h"

#include "model/relations/decided.h"

#include <algorithm>

namespace cadastre {

namespace {

RelationshipOrigin decidedOrigin(const std::optional<Decision>& decision)
{
    return decision ? originOf(decision->kind) : RelationshipOrigin::Inferred;
}

bool isAbout(const ResolvedDecision& decision, const Relationship& relationship)
{
    return relationship.childColumns == decision.childColumns &&
           relationship.typeColumn == decision.typeColumn &&
           std::ranges::any_of(relationship.targets, [&](const RelationshipTarget& target) {
               return target.table == decision.target.table &&
                      target.columns == decision.target.columns;
           });
}

} // namespace

std::map<DecisionKey, std::optional<Decision>> changedDecisions(const Decisions& before,
                                                                const Decisions& after)
{
    std::map<DecisionKey, std::optional<Decision>> changed;
    for (const auto& [key, decision] : before.entries) {
        if (!after.entries.contains(key))
            changed[key] = std::nullopt;
    }
    for (const auto& [key, decision] : after.entries) {
        const auto old = before.entries.find(key);
        if (old == before.entries.end() || old->second != decision)
            changed[key] = decision;
    }
    return changed;
}

std::vector<DecidedOrigin> decidedOrigins(const Catalog& catalog,
                                          const std::vector<Relationship>& relationships,
                                          const Decisions& before, const Decisions& after)
{
    const auto changed = changedDecisions(before, after);
    QHash<ColumnId, std::vector<std::pair<ResolvedDecision, RelationshipOrigin>>> byColumn;
    for (const auto& [key, decision] : changed) {
        Decisions one;
        one.entries[key] = decision.value_or(Decision{});
        for (ResolvedDecision& found : resolveDecisions(catalog, one).found)
            byColumn[found.childColumns.front()].emplace_back(std::move(found),
                                                              decidedOrigin(decision));
    }
    std::vector<DecidedOrigin> origins;
    for (int i = 0; i < static_cast<int>(relationships.size()) && !byColumn.isEmpty(); ++i) {
        const Relationship& relationship = relationships[static_cast<std::size_t>(i)];
        if (relationship.origin == RelationshipOrigin::Declared)
            continue;
        for (const auto& [decision, origin] : byColumn.value(relationship.childColumns.front())) {
            if (isAbout(decision, relationship)) {
                origins.emplace_back(i, origin);
                break;
            }
        }
    }
    return origins;
}

} // namespace cadastre

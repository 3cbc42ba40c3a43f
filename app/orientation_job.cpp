// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/orientation_job.h"

#include "model/boundaries/crossings/crossings.h"
#include "model/boundaries/owner_notes.h"
#include "model/orientation/drawn_groups.h"
#include "model/orientation/live_conditions.h"

namespace cadastre {

namespace {

/// Boundaries as they are drawn; where there are none, those that comments name.
Boundaries ownersOf(const OrientationRequest& request)
{
    return request.boundaries.entries.empty()
               ? withOwnerNotes(request.boundaries, *request.facts.catalog)
               : request.boundaries;
}

} // namespace

OrientationStatePointer workOutOrientation(const OrientationRequest& request)
{
    auto state = std::make_shared<OrientationState>();
    const Catalog& catalog = *request.facts.catalog;
    const auto& relationships = *request.facts.relationships;
    const UseReading& uses = *request.facts.uses;
    const Boundaries boundaries = ownersOf(request);
    const Ownership ownership = ownershipOf(catalog, boundaries);
    const WorklistFacts worklist{
        request.commented,        relationships, uses, boundaries, ownership, request.conventions,
        request.minimumConfidence};
    state->commented = request.commented;
    state->importance = tableImportance({catalog, relationships, &uses, request.minimumConfidence});
    const std::vector<TableGroup> groups =
        request.drawn.empty()
            ? tableGroups({catalog, relationships, &uses, &ownership, request.minimumConfidence})
            : completedGroups(catalog, request.drawn);
    state->start =
        startHere({request.commented, relationships, &uses, &ownership, request.minimumConfidence},
                  state->importance, groups);
    std::optional<int> crossings;
    if (!ownership.names.empty())
        crossings = static_cast<int>(findCrossings({catalog, relationships, uses, boundaries,
                                                    ownership, request.minimumConfidence})
                                         .size());
    OverviewFacts facts{worklist, state->importance, groups, state->start, crossings};
    facts.asDrawn = !request.drawn.empty();
    state->overview = overviewOf(facts);
    return state;
}

AssistantContext workOutContext(const OrientationRequest& request, const Importance& importance,
                                const ContextOptions& options)
{
    const Ownership ownership = ownershipOf(*request.facts.catalog, ownersOf(request));
    const std::atomic_bool cancelled = false;
    return assistantContext({.commented = request.commented,
                             .relationships = *request.facts.relationships,
                             .importance = importance,
                             .uses = request.facts.uses.get(),
                             .ownership = &ownership,
                             .live = liveConditions(*request.facts.catalog, cancelled),
                             .minimumConfidence = request.minimumConfidence},
                            options);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/boundary_check_job.h"

namespace cadastre {

BoundaryChecked checkForWindow(const BoundaryCheckRequest& request)
{
    auto state = std::make_shared<BoundaryState>();
    state->catalog = request.facts.catalog;
    state->relationships = request.facts.relationships;
    state->uses = request.facts.uses;
    state->minimumConfidence = request.minimumConfidence;
    state->boundaries = request.boundaries;
    const Catalog& catalog = *state->catalog;
    if (request.boundaries.entries.empty()) {
        state->check.ownership = ownershipOf(catalog, request.boundaries);
        return {state, nullptr};
    }
    state->check = checkBoundaries(catalog, *state->relationships, *state->uses, state->boundaries,
                                   request.today, request.minimumConfidence);
    state->verdicts = placedVerdictSummary(catalog, state->check.ownership, *state->relationships,
                                           request.minimumConfidence);
    const BoundaryFacts facts = state->facts();
    state->ripples = ripples(facts);
    state->boundaryRipples = boundaryRipples(facts);
    state->whatIf = WhatIf(facts);
    auto picture = std::make_shared<BoundaryPicture>();
    picture->boundaries = state->boundaries;
    picture->ownership = state->check.ownership;
    picture->crossings = state->check.crossings;
    picture->seenBy = picture->ownership.indexOf(request.seenBy);
    return {state, picture};
}

bool sameMembership(const BoundaryPicture* before, const BoundaryPicture* after)
{
    if (before == nullptr || after == nullptr)
        return before == after;
    const Ownership& old = before->ownership;
    const Ownership& now = after->ownership;
    const auto eyes = [](const BoundaryPicture& picture) {
        return picture.seenBy ? picture.ownership.names[static_cast<std::size_t>(*picture.seenBy)]
                              : QString();
    };
    return old.ofTables == now.ofTables && old.parents == now.parents &&
           eyes(*before) == eyes(*after) && (!after->seenBy || old.exposures == now.exposures);
}

} // namespace cadastre

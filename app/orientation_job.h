// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What orientation works out off the UI thread: the tour and the page of a catalog, and a context
// for an assistant. Values in, values out.
#pragma once

#include "app/catalog_facts.h"
#include "model/notes/conventions.h"
#include "model/orientation/context.h"
#include "widgets/orientation_state.h"

namespace cadastre {

struct OrientationRequest
{
    CatalogFacts facts;
    CommentedCatalog commented; ///< of the same catalog
    Boundaries boundaries;
    Conventions conventions;
    double minimumConfidence = 0.5;
    /// As the diagram draws them; empty: as names and relationships suggest.
    std::vector<TableGroup> drawn = {};
};

/// Below a second at 10,000 tables.
OrientationStatePointer workOutOrientation(const OrientationRequest& request);

/// The context of these tables and `depth` steps around them; of everything when there are none.
AssistantContext workOutContext(const OrientationRequest& request, const Importance& importance,
                                const ContextOptions& options);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// RelationshipFilter: which relationships a picture shows. Changing it never lays out and never
// routes; what is in the graph at all is the graph builder's matter.
#pragma once

#include "diagram/graph.h"

namespace cadastre {

/// Weaker inferred relationships have no edge: nobody could read tens of thousands of guesses, and
/// routing them would take its time.
inline constexpr double leastDrawnConfidence = 0.3;

struct RelationshipFilter
{
    bool showInferred = true;
    double minimumConfidence = 0.5; ///< of inferred ones, 0..1
    bool showRejected = false;

    bool operator==(const RelationshipFilter&) const = default;
};

/// Declared, confirmed and added relationships always pass.
inline bool passes(const RelationshipFilter& filter, RelationshipOrigin origin, double confidence)
{
    if (origin == RelationshipOrigin::Inferred)
        return filter.showInferred && confidence >= filter.minimumConfidence;
    return origin != RelationshipOrigin::Rejected || filter.showRejected;
}

/// Edges that are no relationship pass as well.
inline bool passes(const RelationshipFilter& filter, const DiagramEdge& edge)
{
    return edge.kind != EdgeKind::Relationship || passes(filter, edge.origin, edge.confidence);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From resolved decisions to relationships; see the header.
#include "model/relations/decided.h"

#include "model/relations/cardinality.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isDeclared(const Catalog& catalog, const ResolvedDecision& decided)
{
    const auto constraints = catalog.constraintsOf(decided.child);
    return std::ranges::any_of(constraints, [&](const Constraint& constraint) {
        return constraint.kind == ConstraintKind::ForeignKey &&
               constraint.columns == decided.childColumns &&
               constraint.referencedTable == decided.target.table &&
               constraint.referencedColumns == decided.target.columns;
    });
}

Relationship relationshipFrom(const Catalog& catalog, const ResolvedDecision& decided)
{
    Relationship relationship;
    relationship.origin = originOf(decided.decision.kind);
    relationship.confidence = decided.decision.kind == DecisionKind::Rejected ? 0 : 1;
    relationship.child = decided.child;
    relationship.childColumns = decided.childColumns;
    relationship.typeColumn = decided.typeColumn;
    relationship.targets = {decided.target};
    relationship.reason = decided.decision.reason;
    relationship.childEnd = childCardinality(catalog, decided.child, decided.childColumns);
    relationship.parentEnd = Cardinality::ZeroOrOne;
    return relationship;
}

/// Whether the target belongs to a polymorphic reference that is there already.
bool joins(const Relationship& relationship, const ResolvedDecision& decided)
{
    return decided.typeColumn && relationship.typeColumn == decided.typeColumn &&
           relationship.child == decided.child &&
           relationship.childColumns == decided.childColumns &&
           relationship.origin == originOf(decided.decision.kind);
}

} // namespace

RelationshipOrigin originOf(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Confirmed:
        return RelationshipOrigin::Confirmed;
    case DecisionKind::Rejected:
        return RelationshipOrigin::Rejected;
    case DecisionKind::Added:
        return RelationshipOrigin::Added;
    }
    Q_UNREACHABLE();
}

std::vector<Relationship> decidedRelationships(const Catalog& catalog,
                                               const ResolvedDecisions& decisions)
{
    std::vector<Relationship> relationships;
    for (const ResolvedDecision& decided : decisions.found) {
        if (decided.decision.kind != DecisionKind::Rejected && isDeclared(catalog, decided))
            continue;
        const auto same = std::ranges::find_if(
            relationships, [&](const Relationship& other) { return joins(other, decided); });
        if (same == relationships.end())
            relationships.push_back(relationshipFrom(catalog, decided));
        else
            same->targets.push_back(decided.target);
    }
    return relationships;
}

} // namespace cadastre

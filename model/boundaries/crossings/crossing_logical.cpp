// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships without a foreign key that lead into another boundary: inferred, confirmed and
// added ones, each target of polymorphic ones. Declared ones live in crossing_keys.cpp.
#include "model/boundaries/crossings/crossing_search.h"
#include "model/relations/relationship_names.h"

#include <QSet>

namespace cadastre {

namespace {

QString originText(const Relationship& relationship)
{
    switch (relationship.origin) {
    case RelationshipOrigin::Confirmed:
        return QStringLiteral("confirmed");
    case RelationshipOrigin::Added:
        return QStringLiteral("added by hand");
    case RelationshipOrigin::Declared:
    case RelationshipOrigin::Inferred:
    case RelationshipOrigin::Rejected:
        break;
    }
    return QStringLiteral("inferred, %1 %")
        .arg(static_cast<int>(relationship.confidence * 100)); // never rounded up to certainty
}

QString logicalSentence(const CrossingSearch& search, const Relationship& relationship,
                        const RelationshipTarget& target)
{
    return QStringLiteral("%1 of %2 points at %3 of %4 (%5).")
        .arg(endText(search.catalog(), relationship.child, relationship.childColumns),
             search.boundaryName(relationship.child), targetText(search.catalog(), target),
             search.boundaryName(target.table), originText(relationship));
}

} // namespace

void findLogicalCrossings(CrossingSearch& search)
{
    QSet<std::pair<ColumnId, TableId>> seen; // the key of a crossing holds these two
    const BoundaryFacts& facts = search.facts();
    for (std::size_t i = 0; i < facts.relationships.size(); ++i) {
        const Relationship& relationship = facts.relationships[i];
        if (relationship.constraint || relationship.childColumns.empty() ||
            !countsAsRelationship(relationship, facts.minimumConfidence))
            continue;
        for (const RelationshipTarget& target : relationship.targets) {
            const ColumnId first = relationship.childColumns.front();
            if (!target.isResolved() || !search.crosses(first, target.table) ||
                seen.contains({first, target.table}))
                continue;
            seen.insert({first, target.table});
            Crossing crossing = search.crossing({CrossingKind::Logical, first, target.table});
            crossing.columns = target.columns;
            std::ranges::sort(crossing.columns);
            crossing.columnsKnown = true;
            crossing.relationship = static_cast<int>(i);
            crossing.sentence = logicalSentence(search, relationship, target);
            search.add(std::move(crossing));
        }
    }
}

} // namespace cadastre

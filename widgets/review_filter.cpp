// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/review_filter.h"

#include "model/relations/relationship_names.h"

namespace cadastre {

namespace {

bool passesThreshold(const Relationship& relationship, const ReviewFilter& filter)
{
    return filter.inferred && relationship.confidence >= filter.minimum;
}

bool passesText(const Catalog& catalog, const Relationship& relationship, const QString& text)
{
    const auto contains = [&](const QString& name) {
        return name.contains(text, Qt::CaseInsensitive);
    };
    if (text.isEmpty() || contains(arrowText(catalog, relationship)))
        return true;
    for (const RelationshipTarget& target : relationship.targets) {
        if (contains(targetText(catalog, target)))
            return true;
    }
    return relationship.typeColumn && contains(catalog.column(*relationship.typeColumn).name);
}

bool passesVerdict(const Catalog& catalog, const Relationship& relationship,
                   RelationshipOrigin origin, std::optional<Verdict> verdict)
{
    if (!verdict)
        return true;
    if (origin == relationship.origin)
        return verdictOf(catalog, relationship) == *verdict;
    Relationship decided = relationship;
    decided.origin = origin;
    return verdictOf(catalog, decided) == *verdict;
}

void countOne(const Relationship& relationship, RelationshipOrigin origin,
              const ReviewFilter& filter, ReviewCounts& counts)
{
    switch (origin) {
    case RelationshipOrigin::Inferred:
        ++(passesThreshold(relationship, filter) ? counts.toDecide : counts.weaker);
        break;
    case RelationshipOrigin::Confirmed:
        ++counts.confirmed;
        break;
    case RelationshipOrigin::Rejected:
        ++counts.rejected;
        break;
    case RelationshipOrigin::Added:
        ++counts.added;
        break;
    case RelationshipOrigin::Declared:
        ++counts.declared;
        break;
    }
}

} // namespace

std::vector<ReviewLine> reviewLines(const ReviewFacts& facts,
                                    const std::vector<ReviewGroup>& groups,
                                    const std::vector<RelationshipOrigin>& origins,
                                    const ReviewFilter& filter)
{
    const auto passes = [&](int index) {
        const auto at = static_cast<std::size_t>(index);
        const Relationship& relationship = (*facts.relationships)[at];
        if (filter.state && origins[at] != *filter.state)
            return false;
        if (origins[at] == RelationshipOrigin::Inferred && !passesThreshold(relationship, filter))
            return false;
        return passesText(*facts.catalog, relationship, filter.text) &&
               passesVerdict(*facts.catalog, relationship, origins[at], filter.verdict);
    };
    std::vector<ReviewLine> lines;
    for (const ReviewGroup& group : groups) {
        ReviewLine line{group.key, {}};
        for (int member : group.members) {
            if (passes(member))
                line.members.push_back(member);
        }
        if (!line.members.empty())
            lines.push_back(std::move(line));
    }
    return lines;
}

ReviewCounts reviewCounts(const std::vector<Relationship>& relationships,
                          const std::vector<RelationshipOrigin>& origins,
                          const ReviewFilter& filter)
{
    ReviewCounts counts;
    for (std::size_t i = 0; i < origins.size(); ++i)
        countOne(relationships[i], origins[i], filter, counts);
    return counts;
}

ReviewCounts listedCounts(const ReviewFacts& facts, const std::vector<RelationshipOrigin>& origins,
                          const ReviewFilter& filter)
{
    if (filter.text.isEmpty() && !filter.verdict)
        return reviewCounts(*facts.relationships, origins, filter);
    ReviewCounts counts;
    for (std::size_t i = 0; i < origins.size(); ++i) {
        const Relationship& relationship = (*facts.relationships)[i];
        if (passesText(*facts.catalog, relationship, filter.text) &&
            passesVerdict(*facts.catalog, relationship, origins[i], filter.verdict))
            countOne(relationship, origins[i], filter, counts);
    }
    return counts;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which relationships the review panel lists: filter in, lines out. How lines look and what can be
// done with them lives beside this file.
#pragma once

#include "model/relations/review_order.h"
#include "model/relations/verdict.h"

namespace cadastre {

/// What the panel shows; shared, never changed.
struct ReviewFacts
{
    std::shared_ptr<const Catalog> catalog = std::make_shared<const Catalog>();
    std::shared_ptr<const std::vector<Relationship>> relationships =
        std::make_shared<const std::vector<Relationship>>();
};

struct ReviewFilter
{
    std::optional<RelationshipOrigin> state = RelationshipOrigin::Inferred; ///< absent for all
    QString text;                   ///< letters of a table or column at either end
    std::optional<Verdict> verdict; ///< absent for all
    double minimum = 0;             ///< inferred ones below are not listed, 0..1
    bool inferred = true;           ///< false: no inferred ones at all

    bool operator==(const ReviewFilter&) const = default;
};

/// One group with the members that pass a filter.
struct ReviewLine
{
    QString key;
    std::vector<int> members; ///< indexes into the relationships; never empty

    bool operator==(const ReviewLine&) const = default;
};

/// `origins` are parallel to the relationships: what a person decided a moment ago counts.
std::vector<ReviewLine> reviewLines(const ReviewFacts& facts,
                                    const std::vector<ReviewGroup>& groups,
                                    const std::vector<RelationshipOrigin>& origins,
                                    const ReviewFilter& filter);

struct ReviewCounts
{
    int toDecide = 0; ///< inferred ones that pass the threshold
    int weaker = 0;   ///< inferred ones below it
    int confirmed = 0;
    int rejected = 0;
    int added = 0;
    int declared = 0;

    [[nodiscard]] int decided() const { return confirmed + rejected + added; }
    [[nodiscard]] int all() const { return decided() + toDecide; }
    bool operator==(const ReviewCounts&) const = default;
};

ReviewCounts reviewCounts(const std::vector<Relationship>& relationships,
                          const std::vector<RelationshipOrigin>& origins,
                          const ReviewFilter& filter);
/// The same of those that pass the filter's letters and verdict, whatever their state.
ReviewCounts listedCounts(const ReviewFacts& facts, const std::vector<RelationshipOrigin>& origins,
                          const ReviewFilter& filter);

} // namespace cadastre

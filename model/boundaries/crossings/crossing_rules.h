// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// CrossingRules: which rule of the document counts for a crossing from one boundary into another as
// of a day. What follows from it for a crossing is judged in crossing_state.h.
#pragma once

#include "model/boundaries/ownership/ownership.h"

#include <unordered_map>

namespace cadastre {

struct RuleInForce
{
    RuleKey key;
    const Rule* rule = nullptr;
};

struct RuleAnswer
{
    /// The most specific one that allows or forbids on that day.
    std::optional<RuleInForce> inForce;
    /// An allowance, more specific than that, that has run out.
    std::optional<RuleInForce> expired;
};

/// The most specific rule counts: both names over one, one over none, then a kind over every kind,
/// then a boundary's own rule over its parent's; among equals one that forbids. A parent's rule
/// about the world outside does not count between its own modules.
class CrossingRules
{
public:
    CrossingRules(const Boundaries& boundaries, const Ownership& ownership, QDate today);

    /// Answers are kept: asking again for a pair and kind is a look-up.
    [[nodiscard]] const RuleAnswer& answer(BoundaryIndex from, BoundaryIndex into,
                                           CrossingKind kind);

private:
    [[nodiscard]] RuleAnswer find(BoundaryIndex from, BoundaryIndex into, CrossingKind kind) const;

    const Boundaries& m_boundaries;
    const Ownership& m_ownership;
    QDate m_today;
    std::unordered_map<qint64, RuleAnswer> m_answers;
};

} // namespace cadastre

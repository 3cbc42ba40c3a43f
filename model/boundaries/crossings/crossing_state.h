// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Crossing states: whether a crossing may be, by default, by rule, by decision or because it was
// known already; in one word and one sentence.
#pragma once

#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

enum class CrossingState : std::uint8_t {
    Allowed,   ///< by default (a contract in the same database, something shared) or by a rule
    Counted,   ///< a logical reference: right across boundaries, no rule forbids it
    Note,      ///< between boundaries of one team
    Decided,   ///< a person decided, and it still holds
    Known,     ///< undecided or forbidden, but in the baseline
    Undecided, ///< to be decided
    Expired,   ///< an allowance or a decision has run out
    Forbidden, ///< a rule forbids it
};

struct JudgedCrossing
{
    Crossing crossing;
    CrossingKey key;
    CrossingState state = CrossingState::Undecided;
    QString reason;                           ///< one sentence: which rule, default or decision
    std::optional<RuleKey> rule;              ///< which one decided
    std::optional<CrossingDecision> decision; ///< what a person said, also when it has run out
    /// Works at run time across databases: fails when the other one is not there.
    bool runTimeCoupling = false;

    [[nodiscard]] bool isViolation() const
    {
        return state == CrossingState::Undecided || state == CrossingState::Expired ||
               state == CrossingState::Forbidden;
    }
    bool operator==(const JudgedCrossing&) const = default;
};

/// Judges crossings as of a day. The most specific rule counts: both names over one, one over none,
/// a kind over every kind; a nested boundary's rule over its parent's. Order of what counts: a
/// forbidding rule, a decision, an allowing rule, one team, the default; and for what would be a
/// violation, the baseline. A decision that is not Keep stays Undecided-free: it is Decided until
/// its day. Same order as given.
std::vector<JudgedCrossing> judgeCrossings(const Catalog& catalog, const Ownership& ownership,
                                           const Boundaries& boundaries,
                                           std::vector<Crossing> crossings, QDate today);

/// "allowed", "counted", "note", "decided", "known", "undecided", "expired", "forbidden".
QString crossingStateName(CrossingState state);
std::optional<CrossingState> crossingStateFromName(QStringView name);
/// "To be decided", ...: sentence case.
QString crossingStateTitle(CrossingState state);

} // namespace cadastre

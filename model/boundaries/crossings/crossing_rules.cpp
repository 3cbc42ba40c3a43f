// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks up the few keys that could apply; see the header.
#include "model/boundaries/crossings/crossing_rules.h"

#include <array>
#include <tuple>

namespace cadastre {

namespace {

/// One end of a rule that might apply: the boundary, the one around it, or any.
struct RuleEnd
{
    QString name;
    int names = 1;   ///< 0 for any boundary
    bool own = true; ///< not the parent's
};

std::vector<RuleEnd> ruleEnds(const Ownership& ownership, BoundaryIndex boundary)
{
    const auto index = static_cast<std::size_t>(boundary);
    std::vector<RuleEnd> ends{{ownership.names[index], 1, true}};
    if (const int parent = ownership.parents[index]; parent >= 0)
        ends.push_back({ownership.names[static_cast<std::size_t>(parent)], 1, false});
    ends.push_back({QStringLiteral("*"), 0, true});
    return ends;
}

struct RuleCandidate
{
    RuleInForce found;
    std::tuple<int, int, int, int> specificity;
};

/// A parent's rule with the other end inside of it, too, is about its modules only when both ends
/// name it.
bool concernsModules(const RuleEnd& from, const RuleEnd& into, bool haveOneParent)
{
    const bool parentsRule = !from.own || !into.own;
    return !parentsRule || !haveOneParent || from.name == into.name;
}

std::vector<RuleCandidate> ruleCandidates(const Boundaries& boundaries,
                                          const std::vector<RuleEnd>& fromEnds,
                                          const std::vector<RuleEnd>& intoEnds, CrossingKind kind,
                                          bool haveOneParent)
{
    std::vector<RuleCandidate> found;
    const std::array<std::optional<CrossingKind>, 2> kinds{kind, std::nullopt};
    for (const RuleEnd& from : fromEnds) {
        for (const RuleEnd& into : intoEnds) {
            if (!concernsModules(from, into, haveOneParent))
                continue;
            for (const auto& ruleKind : kinds) {
                const auto entry = boundaries.rules.find({from.name, into.name, ruleKind});
                if (entry == boundaries.rules.end())
                    continue;
                const bool forbids = entry->second.effect == RuleEffect::Forbid;
                found.push_back({{entry->first, &entry->second},
                                 {from.names + into.names, ruleKind ? 1 : 0,
                                  (from.own ? 1 : 0) + (into.own ? 1 : 0), forbids ? 1 : 0}});
            }
        }
    }
    std::ranges::stable_sort(found, std::greater(), &RuleCandidate::specificity);
    return found;
}

} // namespace

CrossingRules::CrossingRules(const Boundaries& boundaries, const Ownership& ownership, QDate today)
    : m_boundaries(boundaries)
    , m_ownership(ownership)
    , m_today(today)
{
}

RuleAnswer CrossingRules::find(BoundaryIndex from, BoundaryIndex into, CrossingKind kind) const
{
    const auto outermost = [&](BoundaryIndex boundary) {
        const int parent = m_ownership.parents[static_cast<std::size_t>(boundary)];
        return parent >= 0 ? parent : boundary;
    };
    RuleAnswer answer;
    for (const RuleCandidate& candidate :
         ruleCandidates(m_boundaries, ruleEnds(m_ownership, from), ruleEnds(m_ownership, into),
                        kind, outermost(from) == outermost(into))) {
        const Rule& rule = *candidate.found.rule;
        const bool hasRunOut =
            rule.effect == RuleEffect::Allow && rule.until && *rule.until < m_today;
        if (!hasRunOut) {
            answer.inForce = candidate.found;
            return answer;
        }
        if (!answer.expired)
            answer.expired = candidate.found;
    }
    return answer;
}

const RuleAnswer& CrossingRules::answer(BoundaryIndex from, BoundaryIndex into, CrossingKind kind)
{
    const qint64 count = static_cast<qint64>(m_ownership.names.size());
    const qint64 pair = (from * count + into) * crossingKindCount + static_cast<qint64>(kind);
    const auto known = m_answers.find(pair);
    if (known != m_answers.end())
        return known->second;
    return m_answers.emplace(pair, find(from, into, kind)).first->second;
}

} // namespace cadastre

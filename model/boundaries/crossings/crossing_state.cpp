// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Judges crossings by rules, decisions, teams, defaults and the baseline, in this order. Which rule
// counts is found in crossing_rules.h; the words live in crossing_state_words.cpp.
#include "model/boundaries/crossings/crossing_state.h"

#include "model/boundaries/crossings/crossing_places.h"
#include "model/boundaries/crossings/crossing_rules.h"
#include "model/boundaries/crossings/crossing_search.h"

namespace cadastre {

namespace {

QString untilText(const std::optional<QDate>& until)
{
    return until ? QString(QStringLiteral(" until ") + until->toString(Qt::ISODate)) : QString();
}

/// "Sentence: reason." or "Sentence."
QString withReason(const QString& sentence, QString reason)
{
    reason = reason.simplified();
    if (reason.isEmpty())
        return QString(sentence + QLatin1Char('.'));
    const bool ends = reason.endsWith(QLatin1Char('.')) || reason.endsWith(QLatin1Char('!')) ||
                      reason.endsWith(QLatin1Char('?'));
    return QString(sentence + QStringLiteral(": ") + reason +
                   (ends ? QString() : QStringLiteral(".")));
}

QString ruleName(const RuleKey& key)
{
    const auto end = [](const QString& name) {
        return name == QLatin1String("*") ? QStringLiteral("any boundary") : name;
    };
    const QString pair =
        QString(QStringLiteral("from ") + end(key.from) + QStringLiteral(" into ") + end(key.to));
    return key.kind ? QStringLiteral("The rule %1 about %2").arg(pair, crossingKindName(*key.kind))
                    : QString(QStringLiteral("The rule ") + pair);
}

class CrossingJudge
{
public:
    CrossingJudge(const Catalog& catalog, const Ownership& ownership, const Boundaries& boundaries,
                  QDate today)
        : m_catalog(catalog)
        , m_ownership(ownership)
        , m_boundaries(boundaries)
        , m_today(today)
        , m_rules(boundaries, ownership, today)
    {
        for (const QString& name : ownership.names)
            m_shared.push_back(isSharedBoundary(boundaries, name));
    }

    JudgedCrossing judge(Crossing crossing)
    {
        JudgedCrossing judged;
        judged.key = crossingKeyOf(m_catalog, crossing);
        judged.crossing = std::move(crossing);
        judged.runTimeCoupling = couplesAtRunTime(judged.crossing);
        const auto decision = m_boundaries.decisions.find(judged.key);
        if (decision != m_boundaries.decisions.end())
            judged.decision = decision->second;
        applyRulesAndDecision(judged);
        if (judged.isViolation() && isInBaseline(judged.key)) {
            judged.state = CrossingState::Known;
            judged.reason += QStringLiteral(" It is in the baseline.");
        }
        return judged;
    }

private:
    static bool couplesAtRunTime(const Crossing& crossing)
    {
        switch (crossing.kind) {
        case CrossingKind::Read:
        case CrossingKind::ContractRead:
        case CrossingKind::Write:
        case CrossingKind::Call:
        case CrossingKind::Copy:
            return !crossing.sameDatabase;
        default:
            return false;
        }
    }

    /// Also where only the writing was known: what is left of it is no new crossing.
    [[nodiscard]] bool isInBaseline(const CrossingKey& key) const
    {
        if (!m_boundaries.baseline)
            return false;
        if (m_boundaries.baseline->contains(key))
            return true;
        return key.kind == CrossingKind::Read &&
               m_boundaries.baseline->contains({CrossingKind::Write, key.from, key.into});
    }

    [[nodiscard]] bool isPublishedRoutine(ObjectRef object) const
    {
        return object.kind == ObjectKind::Routine &&
               m_ownership.routineExposures[static_cast<std::size_t>(object.index)] ==
                   Exposure::Contract;
    }

    void applyRulesAndDecision(JudgedCrossing& judged)
    {
        const Crossing& crossing = judged.crossing;
        const RuleAnswer& rules =
            m_rules.answer(crossing.fromBoundary, crossing.intoBoundary, crossing.kind);
        const bool forbidden = rules.inForce && rules.inForce->rule->effect == RuleEffect::Forbid;
        if (forbidden) {
            judged.state = CrossingState::Forbidden;
            judged.rule = rules.inForce->key;
            judged.reason =
                withReason(QString(ruleName(*judged.rule) + QStringLiteral(" forbids it")),
                           rules.inForce->rule->reason);
        } else if (judged.decision && holds(*judged.decision)) {
            judged.state = CrossingState::Decided;
            judged.reason = withReason(QString(crossingChoiceTitle(judged.decision->choice) +
                                               untilText(judged.decision->until)),
                                       judged.decision->reason);
        } else if (rules.inForce) {
            judged.state = CrossingState::Allowed;
            judged.rule = rules.inForce->key;
            judged.reason =
                withReason(QString(ruleName(*judged.rule) + QStringLiteral(" allows it") +
                                   untilText(rules.inForce->rule->until)),
                           rules.inForce->rule->reason);
        } else {
            applyDefault(judged);
            applyExpiry(judged, rules);
        }
    }

    [[nodiscard]] bool holds(const CrossingDecision& decision) const
    {
        return !decision.until || *decision.until >= m_today;
    }

    void applyDefault(JudgedCrossing& judged) const
    {
        const Crossing& crossing = judged.crossing;
        if (crossing.sameTeam) {
            judged.state = CrossingState::Note;
            judged.reason = QStringLiteral("%1 and %2 are of one team.")
                                .arg(name(crossing.fromBoundary), name(crossing.intoBoundary));
        } else if (crossing.kind == CrossingKind::Logical) {
            judged.state = CrossingState::Counted;
            judged.reason = QStringLiteral("A reference without a foreign key is right between "
                                           "boundaries; it is counted.");
        } else if (isAllowedByDefault(crossing)) {
            judged.state = CrossingState::Allowed;
            judged.reason = allowedReason(judged);
        } else {
            judged.state = CrossingState::Undecided;
            judged.reason = undecidedReason(judged);
        }
    }

    [[nodiscard]] bool isAllowedByDefault(const Crossing& crossing) const
    {
        if (!crossing.sameServer)
            return false;
        if (crossing.kind == CrossingKind::ContractRead)
            return true;
        const bool shared = m_shared[static_cast<std::size_t>(crossing.intoBoundary)];
        return (crossing.kind == CrossingKind::Call &&
                (shared || isPublishedRoutine(crossing.into))) ||
               (crossing.kind == CrossingKind::Type && shared);
    }

    [[nodiscard]] QString allowedReason(const JudgedCrossing& judged) const
    {
        const Crossing& crossing = judged.crossing;
        if (m_shared[static_cast<std::size_t>(crossing.intoBoundary)])
            return QStringLiteral("%1 is shared: it is there for everybody to use.")
                .arg(name(crossing.intoBoundary));
        if (!judged.runTimeCoupling)
            return QStringLiteral("What is published may be used in the same database.");
        return QStringLiteral("What is published may be used on the same server, but at run time "
                              "it couples database %1 to database %2.")
            .arg(databaseName(m_catalog, crossing.from), databaseName(m_catalog, crossing.into));
    }

    [[nodiscard]] QString undecidedReason(const JudgedCrossing& judged) const
    {
        if (!judged.runTimeCoupling)
            return QStringLiteral("Nobody decided about it yet.");
        return QStringLiteral("It goes from database %1 into %2 at run time, and fails when that "
                              "one is not there; nobody decided about it yet.")
            .arg(databaseName(m_catalog, judged.crossing.from),
                 databaseName(m_catalog, judged.crossing.into));
    }

    /// What would be undecided is Expired where somebody once said yes.
    void applyExpiry(JudgedCrossing& judged, const RuleAnswer& rules) const
    {
        QString sentence;
        if (judged.decision)
            sentence = QStringLiteral("The decision \"%1\" ran out on %2.")
                           .arg(crossingChoiceTitle(judged.decision->choice),
                                judged.decision->until->toString(Qt::ISODate));
        else if (rules.expired)
            sentence = QStringLiteral("%1 allowed it until %2.")
                           .arg(ruleName(rules.expired->key),
                                rules.expired->rule->until->toString(Qt::ISODate));
        else
            return;
        if (judged.state != CrossingState::Undecided) {
            judged.reason = QString(judged.reason + QLatin1Char(' ') + sentence);
            return;
        }
        judged.state = CrossingState::Expired;
        judged.reason = sentence;
        if (!judged.decision)
            judged.rule = rules.expired->key;
    }

    [[nodiscard]] const QString& name(BoundaryIndex boundary) const
    {
        return m_ownership.names[static_cast<std::size_t>(boundary)];
    }

    const Catalog& m_catalog;
    const Ownership& m_ownership;
    const Boundaries& m_boundaries;
    QDate m_today;
    CrossingRules m_rules;
    std::vector<bool> m_shared;
};

} // namespace

std::vector<JudgedCrossing> judgeCrossings(const Catalog& catalog, const Ownership& ownership,
                                           const Boundaries& boundaries,
                                           std::vector<Crossing> crossings, QDate today)
{
    CrossingJudge judge(catalog, ownership, boundaries, today);
    std::vector<JudgedCrossing> judged;
    judged.reserve(crossings.size());
    for (Crossing& crossing : crossings)
        judged.push_back(judge.judge(std::move(crossing)));
    return judged;
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/boundary_state.h"

#include <QCoreApplication>

namespace cadastre {

namespace {

struct EditWords
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::BoundaryEdit)
};

} // namespace

BoundaryStatePointer noBoundaryState()
{
    auto state = std::make_shared<BoundaryState>();
    state->catalog = std::make_shared<const Catalog>();
    state->relationships = std::make_shared<const std::vector<Relationship>>();
    state->uses = std::make_shared<const UseReading>();
    return state;
}

BoundaryEdit decideCrossingsEdit(std::vector<CrossingKey> crossings,
                                 std::optional<CrossingDecision> decision)
{
    const QString count =
        EditWords::tr("%Ln crossings", nullptr, static_cast<int>(crossings.size()));
    BoundaryEdit edit;
    edit.name = decision ? EditWords::tr("Decide %1").arg(count)
                         : EditWords::tr("Take back the decision on %1").arg(count);
    edit.apply = [crossings = std::move(crossings),
                  decision](const Boundaries& before) -> Result<Boundaries> {
        Boundaries after = before;
        for (const CrossingKey& key : crossings) {
            if (decision)
                after.decisions[key] = *decision;
            else
                after.decisions.erase(key);
        }
        return after;
    };
    return edit;
}

BoundaryEdit setRuleEdit(const std::optional<RuleKey>& before, const RuleKey& key, const Rule& rule)
{
    BoundaryEdit edit;
    edit.name = before ? EditWords::tr("Change the rule from %1 into %2").arg(key.from, key.to)
                       : EditWords::tr("Add a rule from %1 into %2").arg(key.from, key.to);
    edit.apply = [before, key, rule](const Boundaries& known) -> Result<Boundaries> {
        Boundaries after = known;
        if (before)
            after.rules.erase(*before);
        after.rules[key] = rule;
        return after;
    };
    return edit;
}

BoundaryEdit removeRulesEdit(std::vector<RuleKey> rules)
{
    BoundaryEdit edit;
    edit.name = EditWords::tr("Remove %1")
                    .arg(EditWords::tr("%Ln rules", nullptr, static_cast<int>(rules.size())));
    edit.apply = [rules = std::move(rules)](const Boundaries& before) -> Result<Boundaries> {
        Boundaries after = before;
        for (const RuleKey& key : rules)
            after.rules.erase(key);
        return after;
    };
    return edit;
}

} // namespace cadastre

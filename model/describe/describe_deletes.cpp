// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What deleting a row of a table does elsewhere, in words. What it does is found in
// model/relations/delete_effects.
#include "model/describe/facts.h"
#include "model/describe/relationship_words.h"
#include "model/relations/count_text.h"
#include "model/relations/delete_effects.h"

#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

/// More rows of one kind than these are counted.
constexpr int mostRowsOfAKind = 20;
/// They stand in full among what points at the table.
constexpr std::size_t mostLeftBehind = 8;

/// "; 132 of 10,000 sampled rows already point at nothing": empty when nobody looked.
QString alreadyLeftBehind(const std::optional<Verification>& checked,
                          const RelationshipTarget& target)
{
    if (!checked || checked->hasFailed())
        return {};
    for (const TargetVerification& one : checked->targets) {
        if (one.typeValue != target.typeValue)
            continue;
        const QString rows =
            checked->complete ? QStringLiteral("rows") : QStringLiteral("sampled rows");
        return one.orphans() == 0
                   ? QStringLiteral("; none of %1 %2 points at nothing yet")
                         .arg(groupedDigits(one.rows), rows)
                   : QStringLiteral("; %1 of %2 %3 already point at nothing")
                         .arg(groupedDigits(one.orphans()), groupedDigits(one.rows), rows);
    }
    return {};
}

class DeleteFacts
{
public:
    explicit DeleteFacts(const DescribeInput& input)
        : m_input(input)
        , m_catalog(input.catalog)
        , m_effects(deleteEffects(input.catalog, input.relationships, TableId{input.object.index},
                                  {.minimumConfidence = input.options.minimumConfidence}))
    {
    }

    void addTo(ObjectDescription& description)
    {
        addDirect(QStringLiteral("Refused by"), DeleteEffect::Refused);
        addDirect(QStringLiteral("Deleted too"), DeleteEffect::DeletedToo);
        addDirect(QStringLiteral("Set to null"), DeleteEffect::SetToNull);
        addDirect(QStringLiteral("Set to default"), DeleteEffect::SetToDefault);
        addFurther();
        addTriggers();
        addLeftBehind();
        std::move(m_facts).addTo(description);
    }

private:
    [[nodiscard]] const Relationship& relationshipOf(const DeleteReach& reach) const
    {
        return m_input.relationships[static_cast<std::size_t>(reach.relationship)];
    }

    [[nodiscard]] QString childOf(const DeleteReach& reach) const
    {
        return QStringLiteral("%1 (%2)").arg(
            m_catalog.displayName(reach.child),
            columnList(m_catalog, relationshipOf(reach).childColumns));
    }

    void addDirect(const QString& label, DeleteEffect effect)
    {
        for (const DeleteReach& reach : m_effects.reached) {
            if (reach.depth == 1 && reach.effect == effect)
                m_facts.relationship(
                    label,
                    QStringLiteral("%1, %2").arg(
                        childOf(reach),
                        deleteRuleText(m_catalog,
                                       m_catalog.constraint(*relationshipOf(reach).constraint))),
                    ObjectRef(reach.child), reach.relationship);
        }
    }

    /// Below the rows that point here directly.
    void addFurther()
    {
        addFurtherOf(QStringLiteral("Refused further down"), DeleteEffect::Refused,
                     QStringLiteral("%1 keeps rows of %2"));
        addFurtherOf(QStringLiteral("Deleted further down"), DeleteEffect::DeletedToo,
                     QStringLiteral("%1 with rows of %2"));
        addFurtherOf(QStringLiteral("Set to null further down"), DeleteEffect::SetToNull,
                     QStringLiteral("%1 with rows of %2"));
        addFurtherOf(QStringLiteral("Set to default further down"), DeleteEffect::SetToDefault,
                     QStringLiteral("%1 with rows of %2"));
        addSum();
    }

    void addFurtherOf(const QString& label, DeleteEffect effect, const QString& words)
    {
        int listed = 0;
        for (const DeleteReach& reach : m_effects.reached) {
            if (reach.depth == 1 || reach.effect != effect || ++listed > mostRowsOfAKind)
                continue;
            m_facts.relationship(label,
                                 words.arg(childOf(reach), m_catalog.displayName(reach.parent)),
                                 ObjectRef(reach.child), reach.relationship);
        }
        if (listed > mostRowsOfAKind)
            m_facts.text(label, QStringLiteral("and %1 more").arg(listed - mostRowsOfAKind));
    }

    /// "rows of 12 tables, in 4 steps": only where more happens than the first step shows.
    void addSum()
    {
        QSet<TableId> tables;
        int depth = 0;
        for (const DeleteReach& reach : m_effects.reached) {
            if (reach.effect != DeleteEffect::DeletedToo)
                continue;
            tables.insert(reach.child);
            depth = std::max(depth, reach.depth);
        }
        if (depth > 1)
            m_facts.text(QStringLiteral("Deleted in all"),
                         QStringLiteral("rows of %1 tables, in %2 steps%3")
                             .arg(tables.size())
                             .arg(depth)
                             .arg(m_effects.cutOff ? QStringLiteral(" and more") : QString()));
    }

    void addTriggers()
    {
        for (TriggerId id : m_effects.triggers)
            m_facts.link(QStringLiteral("Trigger ") + m_catalog.trigger(id).name,
                         triggerSummary(m_catalog, id), ObjectRef(id));
        for (TriggerId id : m_effects.cascadeTriggers) {
            const Trigger& trigger = m_catalog.trigger(id);
            const QString of =
                QStringLiteral("%1 of %2").arg(trigger.name, m_catalog.displayName(trigger.table));
            m_facts.link(
                m_effects.runsCascadeTriggers ? QStringLiteral("Trigger further down")
                                              : QStringLiteral("Trigger not run"),
                m_effects.runsCascadeTriggers
                    ? of
                    : QString(of + QStringLiteral(": InnoDB runs no triggers for rows that "
                                                  "a key deletes")),
                ObjectRef(id));
        }
    }

    /// The nearest and surest first.
    [[nodiscard]] std::vector<DeleteReach> leftBehind() const
    {
        std::vector<DeleteReach> left;
        std::ranges::copy_if(
            m_effects.reached, std::back_inserter(left),
            [](const DeleteReach& reach) { return reach.effect == DeleteEffect::LeftBehind; });
        std::ranges::stable_sort(left, [&](const DeleteReach& a, const DeleteReach& b) {
            return std::tuple(a.depth, -relationshipOf(a).confidence) <
                   std::tuple(b.depth, -relationshipOf(b).confidence);
        });
        return left;
    }

    void addLeftBehind()
    {
        const std::vector<DeleteReach> left = leftBehind();
        if (left.empty()) {
            m_facts.text(
                QStringLiteral("Left behind"),
                QStringLiteral("none known: no reference without a foreign key was found"));
            return;
        }
        m_facts.text(
            QStringLiteral("Left behind"),
            QStringLiteral("rows of %1 without a foreign key stay and point at nothing")
                .arg(countedNoun(static_cast<qint64>(left.size()), QStringLiteral("reference"),
                                 QStringLiteral("references"))));
        for (std::size_t i = 0; i < std::min(left.size(), mostLeftBehind); ++i)
            addLeft(left[i]);
        if (left.size() > mostLeftBehind)
            m_facts.text({}, QStringLiteral("and %1 more").arg(left.size() - mostLeftBehind));
    }

    void addLeft(const DeleteReach& reach)
    {
        const Relationship& relationship = relationshipOf(reach);
        const RelationshipTarget& target =
            relationship.targets[static_cast<std::size_t>(reach.target)];
        const std::optional<Verification> checked =
            m_input.options.verifications ? m_input.options.verifications(relationship)
                                          : std::nullopt;
        QString text = childOf(reach);
        if (!target.typeValue.isEmpty() && relationship.typeColumn)
            text += QStringLiteral(" when %1 is %2")
                        .arg(m_catalog.column(*relationship.typeColumn).name, target.typeValue);
        if (reach.depth > 1)
            text += QStringLiteral(" with rows of ") + m_catalog.displayName(reach.parent);
        text += QStringLiteral(", ") +
                (relationship.constraint ? QStringLiteral("not enforced") : howSure(relationship)) +
                alreadyLeftBehind(checked, target);
        m_facts.relationship({}, text, ObjectRef(reach.child), reach.relationship);
    }

    const DescribeInput& m_input;
    const Catalog& m_catalog;
    DeleteEffects m_effects;
    Facts m_facts{QStringLiteral("When a row is deleted")};
};

bool holdsRows(TableKind kind)
{
    return kind != TableKind::View && kind != TableKind::MaterializedView;
}

} // namespace

void describeDeletes(const DescribeInput& input, ObjectDescription& description)
{
    if (holdsRows(input.catalog.table({input.object.index}).kind))
        DeleteFacts(input).addTo(description);
}

} // namespace cadastre

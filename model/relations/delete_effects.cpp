// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Follows deletes from parent to child, breadth first; see the header.
#include "model/relations/delete_effects.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace cadastre {

namespace {

/// A single column that may not be null cannot be set to null; of several, the key may name some.
bool cannotBeNull(const Catalog& catalog, const Constraint& key)
{
    return key.columns.size() == 1 && !catalog.column(key.columns.front()).nullable;
}

bool runsOnDelete(const Trigger& trigger)
{
    static const QRegularExpression word(QStringLiteral(R"(\bDELETE\b)"),
                                         QRegularExpression::CaseInsensitiveOption);
    return trigger.enabled && trigger.events.contains(word);
}

/// "InnoDB foreign keys and triggers": cascaded actions do not activate triggers.
bool runsTriggersForCascades(Engine engine)
{
    return engine != Engine::MariaDb && engine != Engine::MySql;
}

struct Pointer
{
    int relationship = 0;
    int target = 0;
};

class DeleteWalk
{
public:
    DeleteWalk(const Catalog& catalog, const std::vector<Relationship>& relationships,
               const DeleteEffectOptions& options)
        : m_catalog(catalog)
        , m_relationships(relationships)
        , m_options(options)
    {
        for (int i = 0; i < static_cast<int>(relationships.size()); ++i)
            addPointers(i);
    }

    DeleteEffects from(TableId table)
    {
        m_effects.triggers = deleteTriggersOf(table);
        m_effects.runsCascadeTriggers =
            runsTriggersForCascades(m_catalog.source(m_catalog.sourceOf(table)).engine);
        m_visited.insert(table);
        std::vector<TableId> level{table};
        for (int depth = 1; !level.empty(); ++depth) {
            if (depth > m_options.maximumDepth) {
                m_effects.cutOff = true;
                break;
            }
            level = reachFrom(level, depth);
        }
        return std::move(m_effects);
    }

private:
    void addPointers(int index)
    {
        const Relationship& relationship = m_relationships[static_cast<std::size_t>(index)];
        const bool isTooWeak = relationship.origin == RelationshipOrigin::Inferred &&
                               relationship.confidence < m_options.minimumConfidence;
        if (relationship.origin == RelationshipOrigin::Rejected || isTooWeak ||
            isView(m_catalog.table(relationship.child)))
            return;
        for (int t = 0; t < static_cast<int>(relationship.targets.size()); ++t) {
            const RelationshipTarget& target = relationship.targets[static_cast<std::size_t>(t)];
            if (target.isResolved())
                m_pointers[target.table].push_back({index, t});
        }
    }

    [[nodiscard]] DeleteEffect effectOf(const Relationship& relationship) const
    {
        if (!relationship.constraint)
            return DeleteEffect::LeftBehind;
        const Constraint& key = m_catalog.constraint(*relationship.constraint);
        return key.enforced ? deleteEffectOf(m_catalog, key) : DeleteEffect::LeftBehind;
    }

    /// The tables whose rows are deleted in this step and were not before.
    std::vector<TableId> reachFrom(const std::vector<TableId>& parents, int depth)
    {
        std::vector<TableId> next;
        const std::size_t first = m_effects.reached.size();
        for (TableId parent : parents) {
            for (const Pointer& pointer : m_pointers.value(parent))
                reach(pointer, parent, depth, next);
        }
        std::stable_sort(m_effects.reached.begin() + static_cast<std::ptrdiff_t>(first),
                         m_effects.reached.end(), [](const DeleteReach& a, const DeleteReach& b) {
                             return std::tie(a.effect, a.relationship, a.target) <
                                    std::tie(b.effect, b.relationship, b.target);
                         });
        return next;
    }

    void reach(const Pointer& pointer, TableId parent, int depth, std::vector<TableId>& next)
    {
        const Relationship& relationship =
            m_relationships[static_cast<std::size_t>(pointer.relationship)];
        const DeleteEffect effect = effectOf(relationship);
        m_effects.reached.push_back(
            {effect, pointer.relationship, pointer.target, relationship.child, parent, depth});
        if (effect != DeleteEffect::DeletedToo || m_visited.contains(relationship.child))
            return;
        m_visited.insert(relationship.child);
        next.push_back(relationship.child);
        const std::vector<TriggerId> triggers = deleteTriggersOf(relationship.child);
        m_effects.cascadeTriggers.insert(m_effects.cascadeTriggers.end(), triggers.begin(),
                                         triggers.end());
    }

    [[nodiscard]] std::vector<TriggerId> deleteTriggersOf(TableId table) const
    {
        std::vector<TriggerId> found;
        int index = m_catalog.firstTrigger(table).index;
        for (const Trigger& trigger : m_catalog.triggersOf(table)) {
            if (runsOnDelete(trigger))
                found.push_back({index});
            ++index;
        }
        return found;
    }

    const Catalog& m_catalog;
    const std::vector<Relationship>& m_relationships;
    DeleteEffectOptions m_options;
    QHash<TableId, std::vector<Pointer>> m_pointers;
    QSet<TableId> m_visited;
    DeleteEffects m_effects;
};

} // namespace

DeleteEffect deleteEffectOf(const Catalog& catalog, const Constraint& key)
{
    switch (key.onDelete) {
    case ReferentialAction::NoAction:
    case ReferentialAction::Restrict:
        return DeleteEffect::Refused;
    case ReferentialAction::Cascade:
        return DeleteEffect::DeletedToo;
    case ReferentialAction::SetNull:
        return cannotBeNull(catalog, key) ? DeleteEffect::Refused : DeleteEffect::SetToNull;
    case ReferentialAction::SetDefault:
        return DeleteEffect::SetToDefault;
    }
    Q_UNREACHABLE();
}

QString deleteRuleText(const Catalog& catalog, const Constraint& key)
{
    QString text = referentialActionName(key.onDelete);
    if (key.onDelete == ReferentialAction::NoAction && key.initiallyDeferred)
        text += QStringLiteral(", checked at commit");
    if (key.onDelete == ReferentialAction::SetNull && cannotBeNull(catalog, key))
        text += QStringLiteral(", but null is not allowed there");
    return text;
}

QString deleteRuleSentence(const Catalog& catalog, const Constraint& key)
{
    if (!key.enforced)
        return QStringLiteral("a delete is not checked (not enforced)");
    const QString rule = QStringLiteral(" (%1)").arg(deleteRuleText(catalog, key));
    switch (deleteEffectOf(catalog, key)) {
    case DeleteEffect::Refused:
        return QStringLiteral("a delete is refused while rows point here") + rule;
    case DeleteEffect::DeletedToo:
        return QStringLiteral("a delete deletes these rows too") + rule;
    case DeleteEffect::SetToNull:
        return QStringLiteral("a delete sets them to null") + rule;
    case DeleteEffect::SetToDefault:
        return QStringLiteral("a delete sets them to their default") + rule;
    case DeleteEffect::LeftBehind:
        break;
    }
    Q_UNREACHABLE();
}

DeleteEffects deleteEffects(const Catalog& catalog, const std::vector<Relationship>& relationships,
                            TableId table, const DeleteEffectOptions& options)
{
    return DeleteWalk(catalog, relationships, options).from(table);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/impact/impact_rollout.h"

#include "model/boundaries/crossings/crossing_places.h"
#include "model/boundaries/impact/impact_words.h"
#include "model/notes/keep_note.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

using StepAction = RolloutStep::Action;

class Rollout
{
public:
    Rollout(const BoundaryFacts& facts, const Impact& impact, const CommentedCatalog* staged)
        : m_facts(facts)
        , m_staged(staged)
        , m_catalog(facts.catalog)
        , m_impact(impact)
    {
        for (const ImpactEntry& entry : impact.entries) {
            if (mustBeDropped(entry))
                m_dropped.insert(entry.object);
        }
        for (ObjectRef object : m_dropped)
            addInside(object);
    }

    std::vector<RolloutStep> steps()
    {
        addTell();
        for (auto it = m_insideOut.rbegin(); it != m_insideOut.rend(); ++it)
            add(StepAction::Drop, *it, dropping(*it));
        const std::vector<ConstraintId> keys = keysOnIt();
        for (ConstraintId key : keys)
            add(StepAction::Drop, key, QStringLiteral("Drop %1, if the change touches its key."));
        add(StepAction::Change, m_impact.object, QStringLiteral("Change %1."));
        addForeignTables();
        for (ObjectRef object : m_insideOut)
            add(StepAction::Recreate, object, recreation(object));
        for (const ImpactEntry& entry : m_impact.entries) {
            if (hangsOnDropped(entry.object))
                add(StepAction::Recreate, entry.object, QStringLiteral("Make %1 again."));
        }
        for (ConstraintId key : keys)
            add(StepAction::Recreate, key, QStringLiteral("Make %1 again, if it was dropped."));
        addAdaptions();
        return std::move(m_steps);
    }

private:
    [[nodiscard]] bool isPostgreSql(ObjectRef object) const
    {
        return m_catalog.source(m_catalog.sourceOf(object)).engine == Engine::PostgreSql;
    }

    /// PostgreSQL keeps routines with a parsed body, and rules, from losing what they use.
    [[nodiscard]] bool isTiedByServer(ObjectRef user) const
    {
        const bool canBe = user.kind == ObjectKind::Routine || user.kind == ObjectKind::Other;
        if (!canBe || !isPostgreSql(user))
            return false;
        const std::vector<int> uses = m_facts.uses.usesOf(user);
        return std::ranges::any_of(uses, [&](int position) {
            const ObjectUse& use = m_facts.uses.uses[std::size_t(position)];
            return !use.fromText && use.used.kind == ObjectKind::Table;
        });
    }

    [[nodiscard]] bool mustBeDropped(const ImpactEntry& entry) const
    {
        if (entry.reason == ImpactReason::Logical || entry.reason == ImpactReason::ForeignKey)
            return false;
        if (entry.object.kind == ObjectKind::Table)
            return isView(m_catalog.table({entry.object.index}));
        return isTiedByServer(entry.object);
    }

    /// Depth first: what it uses itself stands before it; a circle ends where it began.
    void addInside(ObjectRef object)
    {
        if (!m_visited.insert(object).second)
            return;
        for (int position : m_facts.uses.usesOf(object)) {
            const ObjectRef used = m_facts.uses.uses[std::size_t(position)].used;
            if (m_dropped.contains(used))
                addInside(used);
        }
        m_insideOut.push_back(object);
    }

    [[nodiscard]] QString dropping(ObjectRef object) const
    {
        return keepReason(m_catalog, object, m_staged)
                   ? QStringLiteral("%1 would have to be dropped, but carries @keep: ask who wants "
                                    "it kept.")
                   : QStringLiteral("Drop %1.");
    }

    void add(StepAction action, ObjectRef object, const QString& sentence)
    {
        QString name = impactSubject(m_catalog, object);
        const QString database = databaseName(m_catalog, object);
        if (database != databaseName(m_catalog, m_impact.object))
            name += QStringLiteral(" (database %1)").arg(database);
        m_steps.push_back({action, object, sentence.arg(name)});
    }

    /// One per boundary, at the nearest of its objects.
    void addTell()
    {
        for (BoundaryIndex boundary : m_impact.toTell) {
            int count = 0;
            std::optional<ObjectRef> nearest;
            for (const ImpactEntry& entry : m_impact.entries) {
                if (entry.boundary != boundary)
                    continue;
                ++count;
                nearest = nearest.value_or(entry.object);
            }
            const QString& name = m_facts.ownership.names[std::size_t(boundary)];
            const QString sentence =
                count == 1 ? QStringLiteral("Tell %1: %2 depends on it.")
                                 .arg(name, impactSubject(m_catalog, *nearest))
                           : QStringLiteral("Tell %1: %2 of its objects depend on it.")
                                 .arg(name, QString::number(count));
            m_steps.push_back({StepAction::Tell, *nearest, sentence});
        }
    }

    /// Foreign keys of other tables to what is changed.
    [[nodiscard]] std::vector<ConstraintId> keysOnIt() const
    {
        std::vector<ConstraintId> keys;
        const bool isColumn = m_impact.object.kind == ObjectKind::Column;
        if (!isColumn && m_impact.object.kind != ObjectKind::Table)
            return keys;
        const ColumnId column{m_impact.object.index};
        const TableId table =
            isColumn ? m_catalog.column(column).table : TableId{m_impact.object.index};
        for (ConstraintId id : m_catalog.foreignKeysTo(table)) {
            const Constraint& key = m_catalog.constraint(id);
            const bool concerns = !isColumn || std::ranges::find(key.referencedColumns, column) !=
                                                   key.referencedColumns.end();
            if (key.table != table && concerns && !m_catalog.table(key.table).partitionOf)
                keys.push_back(id);
        }
        return keys;
    }

    void addForeignTables()
    {
        for (const ImpactEntry& entry : m_impact.entries) {
            if (isForeignTable(entry.object))
                add(StepAction::Adapt, entry.object, QStringLiteral("Adapt %1 to the change."));
        }
    }

    [[nodiscard]] bool isForeignTable(ObjectRef object) const
    {
        return object.kind == ObjectKind::Table &&
               m_catalog.table({object.index}).kind == TableKind::ForeignTable;
    }

    /// Triggers and rules of views go with them.
    [[nodiscard]] bool hangsOnDropped(ObjectRef object) const
    {
        if (m_dropped.contains(object))
            return false;
        if (object.kind == ObjectKind::Trigger)
            return m_dropped.contains(m_catalog.trigger({object.index}).table);
        if (object.kind != ObjectKind::Other)
            return false;
        const std::optional<ObjectRef>& about = m_catalog.other({object.index}).about;
        return about && m_dropped.contains(*about);
    }

    [[nodiscard]] QString recreation(ObjectRef object) const
    {
        const bool isStored = object.kind == ObjectKind::Table &&
                              m_catalog.table({object.index}).kind == TableKind::MaterializedView;
        return isStored ? QStringLiteral("Make %1 again and fill it.")
                        : QStringLiteral("Make %1 again.");
    }

    void addAdaptions()
    {
        for (const ImpactEntry& entry : m_impact.entries) {
            const ObjectRef object = entry.object;
            if (m_dropped.contains(object) || hangsOnDropped(object) || isForeignTable(object) ||
                entry.reason == ImpactReason::ForeignKey)
                continue;
            if (entry.reason == ImpactReason::Logical)
                add(StepAction::Adapt, object,
                    QStringLiteral("Look at %1, which refers to it without a foreign key."));
            else if (entry.certain)
                add(StepAction::Adapt, object, QStringLiteral("Adapt %1."));
            else
                add(StepAction::Adapt, object,
                    QStringLiteral("Look whether %1 has to be adapted."));
        }
    }

    const BoundaryFacts& m_facts;
    const CommentedCatalog* m_staged;
    const Catalog& m_catalog;
    const Impact& m_impact;
    std::set<ObjectRef> m_dropped;
    std::set<ObjectRef> m_visited;
    std::vector<ObjectRef> m_insideOut;
    std::vector<RolloutStep> m_steps;
};

} // namespace

std::vector<RolloutStep> rolloutOf(const BoundaryFacts& facts, const Impact& impact,
                                   const CommentedCatalog* staged)
{
    return Rollout(facts, impact, staged).steps();
}

} // namespace cadastre

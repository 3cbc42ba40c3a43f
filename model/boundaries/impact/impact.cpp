// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Who depends on an object. In which order a change is rolled out is worked out in
// impact_rollout.cpp.
#include "model/boundaries/impact/impact.h"

#include "model/boundaries/impact/impact_graph.h"
#include "model/boundaries/impact/impact_rollout.h"
#include "model/boundaries/uses/mentioned_words.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

/// What a change of one object, or of one column of it, means to its direct dependents.
class ChangedObject
{
public:
    ChangedObject(const BoundaryFacts& facts, ObjectRef object)
        : m_facts(facts)
        , m_object(object)
    {
        if (object.kind == ObjectKind::Column)
            m_column = ColumnId{object.index};
    }

    /// The table of a column, index or constraint; else the object.
    [[nodiscard]] ObjectRef whole() const
    {
        if (m_column)
            return m_facts.catalog.column(*m_column).table;
        if (m_object.kind == ObjectKind::Constraint)
            return m_facts.catalog.constraint({m_object.index}).table;
        if (m_object.kind == ObjectKind::Index)
            return m_facts.catalog.index({m_object.index}).table;
        return m_object;
    }

    [[nodiscard]] bool concerns(const ImpactGraph::Edge& edge, ObjectRef user) const
    {
        if (!m_column)
            return true;
        if (edge.use >= 0)
            return usesColumn(m_facts.uses.uses[std::size_t(edge.use)]);
        if (edge.relationship >= 0)
            return isTarget(m_facts.relationships[std::size_t(edge.relationship)]);
        if (edge.reason == ImpactReason::Copy)
            return true;
        return mayBeMentionedBy(user);
    }

    /// Whether the dependent is known to use the column, not only perhaps.
    [[nodiscard]] bool isCertain(const ImpactGraph::Edge& edge) const
    {
        if (!m_column || edge.relationship >= 0)
            return edge.certain;
        if (edge.use < 0)
            return false;
        const auto& columns = m_facts.uses.uses[std::size_t(edge.use)].columns;
        return std::ranges::binary_search(columns, *m_column);
    }

private:
    [[nodiscard]] bool usesColumn(const ObjectUse& use) const
    {
        return !use.columnsKnown || std::ranges::binary_search(use.columns, *m_column);
    }

    [[nodiscard]] bool isTarget(const Relationship& relationship) const
    {
        return std::ranges::any_of(relationship.targets, [&](const RelationshipTarget& target) {
            return std::ranges::find(target.columns, *m_column) != target.columns.end();
        });
    }

    [[nodiscard]] bool mayBeMentionedBy(ObjectRef user) const
    {
        MentionedWords words;
        if (user.kind == ObjectKind::Trigger)
            addTriggerWords(m_facts.catalog, TriggerId{user.index}, words);
        else if (user.kind == ObjectKind::Other)
            addProgramWords(m_facts.catalog.other({user.index}), words);
        return words.mayMention(m_facts.catalog.column(*m_column).name);
    }

    const BoundaryFacts& m_facts;
    ObjectRef m_object;
    std::optional<ColumnId> m_column;
};

ImpactEntry entryOf(const BoundaryFacts& facts, const ImpactGraph& graph,
                    const ImpactGraph::Step& step, std::optional<BoundaryIndex> own)
{
    ImpactEntry entry;
    entry.object = graph.objectOf(step.node);
    entry.reason = step.edge.reason;
    entry.through = graph.objectOf(step.through);
    entry.distance = step.distance;
    entry.boundary = facts.ownership.boundaryOf(facts.catalog, entry.object);
    entry.outside = !entry.boundary || entry.boundary != own;
    entry.certain = step.edge.certain && facts.uses.unknownOf(entry.object) == nullptr;
    return entry;
}

/// Definitions of the same source that are not wholly known, but for those that depend on it
/// anyway.
std::vector<UnknownUse> unknownBeside(const BoundaryFacts& facts, const Impact& impact)
{
    std::set<ObjectRef> known{impact.object};
    for (const ImpactEntry& entry : impact.entries)
        known.insert(entry.object);
    const SourceId source = facts.catalog.sourceOf(impact.object);
    std::vector<UnknownUse> unknown;
    for (const UnknownUse& one : facts.uses.unknown) {
        if (facts.catalog.sourceOf(one.user) == source && !known.contains(one.user))
            unknown.push_back(one);
    }
    return unknown;
}

} // namespace

Impact impactOf(const BoundaryFacts& facts, ObjectRef object, const CommentedCatalog* staged)
{
    Impact impact;
    impact.object = object;
    const ChangedObject changed(facts, object);
    ImpactGraph graph(facts);
    const int start = graph.nodeOf(changed.whole());
    std::vector<ImpactGraph::Step> steps;
    if (start >= 0) {
        graph.walk(
            {start},
            [&](const ImpactGraph::Edge& edge) {
                return changed.concerns(edge, graph.objectOf(edge.user));
            },
            steps);
    }
    const auto own = facts.ownership.boundaryOf(facts.catalog, object);
    std::set<BoundaryIndex> toTell;
    for (const ImpactGraph::Step& step : steps) {
        ImpactEntry entry = entryOf(facts, graph, step, own);
        if (step.distance == 1) {
            entry.through = object;
            entry.certain = entry.certain && changed.isCertain(step.edge);
        }
        if (entry.outside && entry.boundary)
            toTell.insert(*entry.boundary);
        impact.entries.push_back(entry);
    }
    std::ranges::sort(impact.entries, {}, [](const ImpactEntry& entry) {
        return std::pair(entry.distance, entry.object);
    });
    impact.toTell.assign(toTell.begin(), toTell.end());
    impact.unknown = unknownBeside(facts, impact);
    impact.rollout = rolloutOf(facts, impact, staged);
    return impact;
}

} // namespace cadastre

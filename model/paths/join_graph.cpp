// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From relationships to steps; see the header.
#include "model/paths/join_graph.h"

#include "model/paths/column_words.h"
#include "model/relations/key_types.h"
#include "model/relations/sql/check_lists.h"

#include <algorithm>

namespace cadastre {

namespace {

StepOrigin stepOrigin(RelationshipOrigin origin)
{
    switch (origin) {
    case RelationshipOrigin::Declared:
        return StepOrigin::Declared;
    case RelationshipOrigin::Confirmed:
        return StepOrigin::Confirmed;
    case RelationshipOrigin::Added:
        return StepOrigin::Added;
    case RelationshipOrigin::Inferred:
    case RelationshipOrigin::Rejected:
        return StepOrigin::Inferred;
    }
    Q_UNREACHABLE();
}

/// The targets of a relationship, type values of one target together.
std::vector<JoinStep> stepsTowardsParents(const Relationship& relationship)
{
    std::vector<JoinStep> steps;
    for (const RelationshipTarget& target : relationship.targets) {
        if (!target.isResolved())
            continue;
        const auto same = std::ranges::find_if(steps, [&](const JoinStep& step) {
            return step.to == target.table && step.toColumns == target.columns;
        });
        JoinStep& step = same == steps.end() ? steps.emplace_back() : *same;
        step.from = relationship.child;
        step.to = target.table;
        step.fromColumns = relationship.childColumns;
        step.toColumns = target.columns;
        if (!target.typeValue.isEmpty())
            step.typeValues << target.typeValue;
    }
    return steps;
}

} // namespace

bool excludeEachOther(const JoinStep& one, const JoinStep& other)
{
    if (one.child() != other.child())
        return false;
    const bool sameType =
        one.typeColumn && one.relationship == other.relationship && one.parent() != other.parent();
    return sameType || (one.arc && one.arc == other.arc && one.relationship != other.relationship);
}

JoinStep reversed(const JoinStep& step)
{
    JoinStep other = step;
    std::swap(other.from, other.to);
    std::swap(other.fromColumns, other.toColumns);
    other.towardsParent = !step.towardsParent;
    return other;
}

JoinGraph::JoinGraph(std::shared_ptr<const Catalog> catalog,
                     std::shared_ptr<const Relationships> relationships,
                     QHash<ColumnId, ColumnId> viewColumns)
    : m_catalog(std::move(catalog))
    , m_relationships(std::move(relationships))
    , m_viewColumns(std::move(viewColumns))
{
    for (int i = 0; i < static_cast<int>(m_relationships->size()); ++i)
        addRelationship(i);
    markArcs();
    buildRanges();
}

/// Also of declared keys; numbers of relationships alone are those of what was inferred.
void JoinGraph::markArcs()
{
    QHash<ColumnId, int> arcs;
    int number = 0;
    for (const std::vector<ColumnId>& columns : exclusiveSets(*m_catalog)) {
        for (const ColumnId column : columns)
            arcs.insert(column, arcs.value(column, number));
        ++number;
    }
    for (JoinStep& step : m_steps) {
        const auto arc = step.childColumns().size() == 1
                             ? arcs.constFind(step.childColumns().front())
                             : arcs.constEnd();
        if (arc != arcs.constEnd())
            step.arc = *arc;
    }
}

void JoinGraph::addRelationship(int index)
{
    const Relationship& relationship = (*m_relationships)[std::size_t(index)];
    if (relationship.origin == RelationshipOrigin::Rejected)
        return;
    const auto isAudit = [this](ColumnId column) {
        return isAuditColumn(m_catalog->column(column).name);
    };
    for (JoinStep& step : stepsTowardsParents(relationship)) {
        if (m_catalog->sourceOf(step.from) != m_catalog->sourceOf(step.to))
            continue;
        step.origin = stepOrigin(relationship.origin);
        step.confidence = relationship.confidence;
        step.relationship = index;
        step.typeColumn = relationship.typeColumn;
        if (relationship.arc)
            step.arc = -1 - *relationship.arc;
        step.audit = std::ranges::all_of(step.fromColumns, isAudit);
        step.typesDiffer = step.origin != StepOrigin::Declared &&
                           judgeKeyTypes(*m_catalog, step.fromColumns, step.toColumns).fit ==
                               KeyTypeFit::TypesDiffer;
        m_steps.push_back(std::move(step));
        m_steps.push_back(reversed(m_steps.back()));
    }
}

void JoinGraph::buildRanges()
{
    const auto& tables = m_catalog->objects().tables;
    m_offsets.assign(tables.size() + 1, 0);
    for (const JoinStep& step : m_steps)
        ++m_offsets[std::size_t(step.from.index) + 1];
    for (std::size_t i = 1; i < m_offsets.size(); ++i)
        m_offsets[i] += m_offsets[i - 1];
    std::vector<int> next(m_offsets.begin(), m_offsets.end() - 1);
    m_ofTables.resize(m_steps.size());
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
        m_ofTables[std::size_t(next[std::size_t(m_steps[std::size_t(i)].from.index)]++)] = i;

    m_referring.assign(tables.size(), 0);
    m_ofPeople.resize(tables.size());
    std::vector<int> others;
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        others.clear();
        for (const int step : stepsFrom(TableId{i})) {
            const JoinStep& facts = m_steps[std::size_t(step)];
            if (!facts.towardsParent && facts.to != facts.from)
                others.push_back(facts.to.index);
        }
        std::ranges::sort(others);
        const auto repeated = std::ranges::unique(others);
        m_referring[std::size_t(i)] = static_cast<int>(repeated.begin() - others.begin());
        m_ofPeople[std::size_t(i)] = isNameOfPeople(tables[std::size_t(i)].name);
    }
}

std::span<const int> JoinGraph::stepsFrom(TableId table) const
{
    const auto at = std::size_t(table.index);
    return std::span(m_ofTables)
        .subspan(std::size_t(m_offsets[at]), std::size_t(m_offsets[at + 1] - m_offsets[at]));
}

} // namespace cadastre

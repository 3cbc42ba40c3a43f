// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/boundaries/impact/impact_graph.h"

#include "model/boundaries/crossings/crossing_search.h"
#include "model/catalog/containment.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace cadastre {

namespace {

constexpr std::array impactKinds{ObjectKind::Table, ObjectKind::Trigger, ObjectKind::Routine,
                                 ObjectKind::Type, ObjectKind::Other};

ImpactReason impactReasonOf(UseKind kind)
{
    if (kind == UseKind::Writes)
        return ImpactReason::Writes;
    return kind == UseKind::Calls ? ImpactReason::Calls : ImpactReason::Reads;
}

} // namespace

ImpactGraph::ImpactGraph(const BoundaryFacts& facts)
    : m_catalog(facts.catalog)
{
    m_starts.push_back(0);
    for (ObjectKind kind : impactKinds)
        m_starts.push_back(m_starts.back() + objectCount(m_catalog.objects(), kind));
    addUses(facts);
    addRelationships(facts);
    addOwnPrograms();
    addColumnTypes();
    for (const auto& [from, into] : copiedObjects(m_catalog))
        add(into, from, {0, ImpactReason::Copy});
    sortEdges();
    m_stamps.assign(std::size_t(nodeCount()), 0);
}

int ImpactGraph::nodeOf(ObjectRef object) const
{
    const auto kind = std::ranges::find(impactKinds, object.kind);
    return kind == impactKinds.end()
               ? -1
               : m_starts[std::size_t(kind - impactKinds.begin())] + object.index;
}

ObjectRef ImpactGraph::objectOf(int node) const
{
    std::size_t kind = impactKinds.size() - 1;
    while (m_starts[kind] > node)
        --kind;
    return {impactKinds[kind], node - m_starts[kind]};
}

std::span<const ImpactGraph::Edge> ImpactGraph::usersOf(int node) const
{
    const int first = m_offsets[std::size_t(node)];
    return std::span(m_edges).subspan(std::size_t(first),
                                      std::size_t(m_offsets[std::size_t(node) + 1] - first));
}

bool ImpactGraph::handsOn(int node) const
{
    const ObjectRef object = objectOf(node);
    if (object.kind != ObjectKind::Table)
        return object.kind == ObjectKind::Routine;
    const Table& table = m_catalog.table({object.index});
    return isView(table) || table.kind == TableKind::ForeignTable;
}

void ImpactGraph::add(ObjectRef used, ObjectRef user, Edge edge)
{
    const int node = nodeOf(used);
    edge.user = nodeOf(user);
    if (node >= 0 && edge.user >= 0 && node != edge.user)
        m_pending.emplace_back(node, edge);
}

void ImpactGraph::addUses(const BoundaryFacts& facts)
{
    for (std::size_t i = 0; i < facts.uses.uses.size(); ++i) {
        const ObjectUse& use = facts.uses.uses[i];
        add(use.used, use.user, {0, impactReasonOf(use.kind), true, static_cast<int>(i), -1});
    }
}

void ImpactGraph::addRelationships(const BoundaryFacts& facts)
{
    for (std::size_t i = 0; i < facts.relationships.size(); ++i) {
        const Relationship& relationship = facts.relationships[i];
        if (!countsAsRelationship(relationship, facts.minimumConfidence))
            continue;
        const bool isDeclared = relationship.origin == RelationshipOrigin::Declared;
        const Edge edge{0, isDeclared ? ImpactReason::ForeignKey : ImpactReason::Logical,
                        relationship.origin != RelationshipOrigin::Inferred, -1,
                        static_cast<int>(i)};
        for (const RelationshipTarget& target : relationship.targets) {
            if (target.isResolved())
                add(target.table, relationship.child, edge);
        }
    }
}

/// Triggers, policies and rules of a table speak of its rows.
void ImpactGraph::addOwnPrograms()
{
    const CatalogObjects& objects = m_catalog.objects();
    for (std::size_t i = 0; i < objects.triggers.size(); ++i)
        add(objects.triggers[i].table, TriggerId{static_cast<int>(i)}, {});
    for (std::size_t i = 0; i < objects.others.size(); ++i) {
        const OtherObject& other = objects.others[i];
        if (other.about &&
            (other.kind == CatalogKind::Policies || other.kind == CatalogKind::Rules))
            add(*other.about, OtherId{static_cast<int>(i)}, {});
    }
}

void ImpactGraph::addColumnTypes()
{
    for (const Column& column : m_catalog.objects().columns) {
        if (column.userType && hasTypeOfItsOwn(m_catalog, column))
            add(*column.userType, column.table, {});
    }
}

void ImpactGraph::sortEdges()
{
    // what is certain goes first; a use that names its columns before an edge that does not; a
    // write before a read
    std::ranges::sort(m_pending, {}, [](const std::pair<int, Edge>& one) {
        const Edge& edge = one.second;
        const bool isWrite = edge.reason == ImpactReason::Writes;
        return std::tuple(one.first, edge.user, !edge.certain, edge.use < 0, !isWrite, edge.reason,
                          edge.use, edge.relationship);
    });
    m_offsets.assign(std::size_t(nodeCount()) + 1, 0);
    for (const auto& [node, edge] : m_pending) {
        ++m_offsets[std::size_t(node) + 1];
        m_edges.push_back(edge);
    }
    for (std::size_t i = 1; i < m_offsets.size(); ++i)
        m_offsets[i] += m_offsets[i - 1];
    m_pending.clear();
}

/// Breadth first, so that the first way found is the shortest.
void ImpactGraph::walk(const std::vector<int>& starts,
                       const std::function<bool(const Edge&)>& accepts, std::vector<Step>& steps)
{
    steps.clear();
    ++m_walk;
    for (int start : starts)
        m_stamps[std::size_t(start)] = m_walk;
    const auto visit = [&](int node, int distance) {
        for (const Edge& edge : usersOf(node)) {
            int& stamp = m_stamps[std::size_t(edge.user)];
            if (stamp == m_walk || (distance == 1 && accepts && !accepts(edge)))
                continue;
            stamp = m_walk;
            steps.push_back({edge.user, node, distance, edge});
        }
    };
    for (int start : starts)
        visit(start, 1);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step step = steps[i];
        if (handsOn(step.node))
            visit(step.node, step.distance + 1);
    }
}

} // namespace cadastre

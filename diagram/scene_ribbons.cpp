// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The ribbons of a scene: how many links of which kind there are between two groups.
#include "diagram/grouping.h"
#include "diagram/scene.h"

#include <algorithm>
#include <numeric>

namespace cadastre {

namespace {

/// Of crossings that no edge of the picture shows; what foreign keys and logical references are
/// worth is counted by their lines, which can be filtered.
std::optional<Strand> strandOfUse(CrossingKind kind)
{
    switch (kind) {
    case CrossingKind::ForeignKey:
    case CrossingKind::Cascade:
    case CrossingKind::Logical:
        return std::nullopt;
    case CrossingKind::Write:
    case CrossingKind::WriteGrant:
    case CrossingKind::Copy:
        return Strand::Writes;
    case CrossingKind::Read:
    case CrossingKind::ContractRead:
    case CrossingKind::Call:
    case CrossingKind::ReadGrant:
    case CrossingKind::Type:
        return Strand::Reads;
    }
    Q_UNREACHABLE();
}

Strand strandOf(const DiagramEdge& edge)
{
    if (edge.kind == EdgeKind::ViewDependency)
        return Strand::Reads;
    const bool declared =
        edge.kind == EdgeKind::Inheritance || edge.origin == RelationshipOrigin::Declared;
    return declared ? Strand::Declared : Strand::Logical;
}

} // namespace

void DiagramScene::buildRibbons()
{
    const auto& groups = m_graph->groups;
    m_crossingEdges = 0;
    m_oneRoot = groups.size() > 1 &&
                std::none_of(groups.begin() + 1, groups.end(),
                             [](const DiagramGroup& group) { return group.parent < 0; });
    m_ribbonEnds.resize(groups.size());
    std::vector<int> outer(groups.size());
    for (int group = 0; group < int(groups.size()); ++group) {
        m_ribbonEnds[group] = boundaryRegionOf(*m_graph, group).value_or(group);
        outer[group] = outerGroup(group);
    }
    m_ribbons = ribbonsBetween(m_ribbonEnds);
    m_outerRibbons = ribbonsBetween(outer);
    for (int index = 0; index < int(m_graph->edges.size()); ++index) {
        const DiagramEdge& edge = m_graph->edges[index];
        const int from = m_graph->nodes[edge.from].group;
        const int to = m_graph->nodes[edge.to].group;
        m_crossingEdges += isShown(index) && edge.origin != RelationshipOrigin::Rejected &&
                           from >= 0 && to >= 0 && m_ribbonEnds[from] != m_ribbonEnds[to];
    }
}

bool DiagramScene::holds(int outer, int group) const
{
    while (group >= 0 && group != outer)
        group = m_graph->groups[group].parent;
    return group == outer;
}

std::vector<Ribbon> DiagramScene::ribbonsBetween(const std::vector<int>& groupOfGroup) const
{
    std::map<std::pair<int, int>, Ribbon> counts;
    const auto& picture = m_graph->boundaries;
    const bool byUses = picture && !picture->crossings.empty();
    for (int index = 0; index < int(m_graph->edges.size()); ++index) {
        const DiagramEdge& edge = m_graph->edges[index];
        if (!isShown(index) || edge.origin == RelationshipOrigin::Rejected)
            continue;
        const int from = m_graph->nodes[edge.from].group;
        const int to = m_graph->nodes[edge.to].group;
        if (from < 0 || to < 0 || groupOfGroup[from] == groupOfGroup[to] ||
            (byUses && edge.kind == EdgeKind::ViewDependency && edge.crosses))
            continue;
        Ribbon& ribbon = counts[std::minmax(groupOfGroup[from], groupOfGroup[to])];
        ++ribbon.count;
        ribbon.inferred += edge.origin == RelationshipOrigin::Inferred;
        ribbon.strands[std::size_t(strandOf(edge))] += picture != nullptr;
        ribbon.undecided += edge.crossing >= 0 && picture->crossings[edge.crossing].isViolation();
    }
    if (byUses)
        addUses(counts, groupOfGroup);
    std::vector<Ribbon> ribbons;
    for (auto& [groups, ribbon] : counts) {
        // A frame needs no line to what it frames.
        if (holds(groups.first, groups.second) || holds(groups.second, groups.first))
            continue;
        ribbon.fromGroup = groups.first;
        ribbon.toGroup = groups.second;
        ribbons.push_back(ribbon);
    }
    std::stable_sort(ribbons.begin(), ribbons.end(),
                     [](const Ribbon& a, const Ribbon& b) { return a.count > b.count; });
    return ribbons;
}

/// What programs and roles do across boundaries, between the regions that are in the picture.
void DiagramScene::addUses(std::map<std::pair<int, int>, Ribbon>& ribbons,
                           const std::vector<int>& groupOfGroup) const
{
    const auto& groups = m_graph->groups;
    std::vector<int> regionOf(m_graph->boundaries->ownership.names.size(), -1);
    for (int group = 0; group < int(groups.size()); ++group)
        if (groups[group].boundary)
            regionOf[*groups[group].boundary] = groupOfGroup[group];
    for (const JudgedCrossing& judged : m_graph->boundaries->crossings) {
        const Crossing& crossing = judged.crossing;
        const auto strand = strandOfUse(crossing.kind);
        if (!strand || crossing.fromBoundary < 0 || crossing.intoBoundary < 0)
            continue;
        const int from = regionOf[crossing.fromBoundary];
        const int into = regionOf[crossing.intoBoundary];
        if (from < 0 || into < 0 || from == into || frameOf(from).isEmpty() ||
            frameOf(into).isEmpty())
            continue;
        Ribbon& ribbon = ribbons[std::minmax(from, into)];
        ++ribbon.count;
        ++ribbon.strands[std::size_t(*strand)];
        ribbon.undecided += judged.isViolation();
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/scene.h"

#include <algorithm>
#include <numeric>

namespace cadastre {

namespace {

std::vector<EdgeRoute> initialRoutes(const DiagramGraph& graph, const DiagramLayout& layout,
                                     Routing routing)
{
    if (routing == Routing::Settled)
        return routeEdges(graph, layout);
    std::vector<EdgeRoute> routes;
    routes.reserve(graph.edges.size());
    for (int edge = 0; edge < int(graph.edges.size()); ++edge)
        routes.push_back(routeEdge(graph, layout, edge));
    return routes;
}

} // namespace

DiagramScene::DiagramScene(std::shared_ptr<const DiagramGraph> graph, DiagramLayout layout,
                           std::shared_ptr<const LensResult> lens, Routing routing)
    : m_graph(std::move(graph))
    , m_lens(std::move(lens))
    , m_layout(std::move(layout))
    , m_routes(initialRoutes(*m_graph, m_layout, routing))
    , m_index(m_layout.nodes)
{
    Q_ASSERT(m_layout.nodes.size() == m_graph->nodes.size());
    for (int node = 0; node < int(m_graph->nodes.size()); ++node)
        m_nodeOfTable.insert(m_graph->nodes[node].table, node);
    m_regions = regionFacts(*m_graph);
    buildAdjacency();
    buildRibbons();
}

LensMark DiagramScene::mark(int node) const
{
    return m_lens && node < int(m_lens->marks.size()) ? m_lens->marks[node] : LensMark{};
}

void DiagramScene::buildAdjacency()
{
    const auto forEachEnd = [this](const auto& visit) {
        for (int edge = 0; edge < int(m_graph->edges.size()); ++edge) {
            const DiagramEdge& ends = m_graph->edges[edge];
            visit(ends.from, edge);
            if (ends.to != ends.from)
                visit(ends.to, edge);
        }
    };
    m_edgeOffsets.assign(m_graph->nodes.size() + 1, 0);
    forEachEnd([this](int node, int) { ++m_edgeOffsets[node + 1]; });
    std::partial_sum(m_edgeOffsets.begin(), m_edgeOffsets.end(), m_edgeOffsets.begin());
    m_edgesOfNodes.resize(m_edgeOffsets.back());
    std::vector<int> next(m_edgeOffsets.begin(), m_edgeOffsets.end() - 1);
    forEachEnd([&](int node, int edge) { m_edgesOfNodes[next[node]++] = edge; });
}

void DiagramScene::setFilter(const RelationshipFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (!isEmpty())
        buildRibbons();
}

/// The edges of relationships come first, in their order.
std::vector<int> DiagramScene::edgesOfRelationship(int relationship) const
{
    std::vector<int> result;
    if (isEmpty())
        return result;
    const auto& edges = m_graph->edges;
    const auto end = std::partition_point(edges.begin(), edges.end(), [](const DiagramEdge& edge) {
        return edge.kind == EdgeKind::Relationship;
    });
    auto edge =
        std::lower_bound(edges.begin(), end, relationship, [](const DiagramEdge& left, int index) {
            return left.relationship < index;
        });
    for (; edge != end && edge->relationship == relationship; ++edge)
        result.push_back(static_cast<int>(edge - edges.begin()));
    return result;
}

std::vector<int> DiagramScene::nodesIn(const QRectF& area) const
{
    std::vector<int> nodes = m_index.intersecting(area);
    if (!m_hidden.empty())
        std::erase_if(nodes, [this](int node) { return m_hidden[node] != 0; });
    return nodes;
}

std::span<const int> DiagramScene::edgesOf(int node) const
{
    return {m_edgesOfNodes.data() + m_edgeOffsets[node],
            m_edgesOfNodes.data() + m_edgeOffsets[node + 1]};
}

std::optional<int> DiagramScene::nodeOf(TableId table) const
{
    const auto found = m_nodeOfTable.constFind(table);
    return found == m_nodeOfTable.cend() ? std::nullopt : std::optional(*found);
}

std::optional<int> DiagramScene::nodeOf(ObjectRef object) const
{
    if (isEmpty())
        return std::nullopt;
    if (object.kind == ObjectKind::Table)
        return nodeOf(TableId{object.index});
    if (object.kind != ObjectKind::Column || !m_graph->catalog)
        return std::nullopt;
    // who asks may know a newer catalog already
    const std::vector<Column>& columns = m_graph->catalog->objects().columns;
    const bool isKnown = object.index >= 0 && object.index < static_cast<int>(columns.size());
    return isKnown ? nodeOf(columns[static_cast<std::size_t>(object.index)].table) : std::nullopt;
}

int DiagramScene::outerGroup(int group) const
{
    const auto& groups = m_graph->groups;
    while (groups[group].parent >= 0 && !(m_oneRoot && groups[group].parent == 0))
        group = groups[group].parent;
    return group;
}

void DiagramScene::dragNodes(const std::vector<std::pair<int, QPointF>>& topLefts)
{
    for (const auto& [node, topLeft] : topLefts)
        m_layout.nodes[node].moveTopLeft(topLeft);
    m_index = SpatialIndex(m_layout.nodes);
    for (const auto& [node, topLeft] : topLefts)
        for (const int edge : edgesOf(node))
            m_routes[edge] = routeEdge(*m_graph, m_layout, edge);
}

void DiagramScene::moveNode(int node, QPointF topLeft)
{
    dragNodes({{node, topLeft}});
    frameAround(node);
    frameShown();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// DiagramScene: a graph with its places, ways and lookups, ready to be drawn from any view. A value
// that a painting thread may hold while the canvas goes on with another.
#pragma once

#include "diagram/layout.h"
#include "diagram/lens.h"
#include "diagram/region_facts.h"
#include "diagram/relationship_filter.h"
#include "diagram/spatial_index.h"

#include <QHash>

#include <array>
#include <map>
#include <span>

namespace cadastre {

/// What a ribbon between the regions of boundaries consists of.
enum class Strand : std::uint8_t {
    Declared,
    Logical, ///< inferred, confirmed or added
    Reads,
    Writes,
};
inline constexpr int strandCount = static_cast<int>(Strand::Writes) + 1;

/// All shown links between two groups, as one.
struct Ribbon
{
    int fromGroup = 0; ///< the smaller index
    int toGroup = 0;
    int count = 0;
    int inferred = 0; ///< of these, relationships that nobody declared or confirmed
    /// Where boundaries are drawn: the links by Strand. Reads and writes of programs and roles
    /// count too, as far as BoundaryPicture::crossings knows them.
    std::array<int, strandCount> strands{};
    int undecided = 0; ///< crossings of these that have to be decided or are forbidden

    bool operator==(const Ribbon&) const = default;
};

/// How the edges of a new scene are routed: with regard to boxes and each other (12 ms per thousand
/// edges), or each for itself until setRoutes().
enum class Routing : std::uint8_t { Settled, Quick };

class DiagramScene
{
public:
    DiagramScene() = default;
    DiagramScene(std::shared_ptr<const DiagramGraph> graph, DiagramLayout layout,
                 std::shared_ptr<const LensResult> lens, Routing routing = Routing::Settled);

    [[nodiscard]] bool isEmpty() const { return !m_graph || m_graph->nodes.empty(); }
    [[nodiscard]] const DiagramGraph& graph() const { return *m_graph; }
    [[nodiscard]] const std::shared_ptr<const DiagramGraph>& sharedGraph() const { return m_graph; }
    [[nodiscard]] const DiagramLayout& layout() const { return m_layout; }
    [[nodiscard]] const EdgeRoute& route(int edge) const { return m_routes[edge]; }
    [[nodiscard]] const LensResult& lens() const { return *m_lens; }
    [[nodiscard]] LensMark mark(int node) const;
    void setLens(std::shared_ptr<const LensResult> lens) { m_lens = std::move(lens); }

    /// Which relationships are shown; places and ways stay as they are.
    void setFilter(const RelationshipFilter& filter);
    [[nodiscard]] const RelationshipFilter& filter() const { return m_filter; }
    [[nodiscard]] bool isShown(int edge) const
    {
        const DiagramEdge& ends = m_graph->edges[edge];
        return passes(m_filter, ends) && !isHidden(ends.from) && !isHidden(ends.to);
    }

    /// Which nodes a person hid, parallel to the graph's; empty for none. Places stay as they are.
    void setHidden(std::vector<char> hidden);
    [[nodiscard]] bool isHidden(int node) const { return !m_hidden.empty() && m_hidden[node]; }
    [[nodiscard]] bool hidesNodes() const { return !m_hidden.empty(); }
    /// The frame of a group around what is shown of it; empty where nothing is.
    [[nodiscard]] const QRectF& frameOf(int group) const
    {
        return m_shownGroups.empty() ? m_layout.groups[group] : m_shownGroups[group];
    }
    /// Parallel to the graph's groups.
    [[nodiscard]] const std::vector<QRectF>& frames() const
    {
        return m_shownGroups.empty() ? m_layout.groups : m_shownGroups;
    }
    /// Around everything that is shown.
    [[nodiscard]] const QRectF& bounds() const
    {
        return m_hidden.empty() ? m_layout.bounds : m_shownBounds;
    }
    /// The edges of a relationship, one per target that is in the picture; ascending.
    [[nodiscard]] std::vector<int> edgesOfRelationship(int relationship) const;

    /// Shown nodes that intersect a scene rectangle, ascending.
    [[nodiscard]] std::vector<int> nodesIn(const QRectF& area) const;
    /// Edges that begin or end at a node; a self-reference once.
    [[nodiscard]] std::span<const int> edgesOf(int node) const;
    [[nodiscard]] std::optional<int> nodeOf(TableId table) const;
    /// The node that shows a table or a column; absent when it is not in the picture.
    [[nodiscard]] std::optional<int> nodeOf(ObjectRef object) const;
    /// Parallel to the graph's groups.
    [[nodiscard]] const std::vector<RegionFacts>& regions() const { return m_regions; }
    /// Links between groups that own tables, or between boundaries where some are drawn, strongest
    /// first.
    [[nodiscard]] const std::vector<Ribbon>& ribbons() const { return m_ribbons; }
    /// The same between outer groups; links inside one of them are left out.
    [[nodiscard]] const std::vector<Ribbon>& outerRibbons() const { return m_outerRibbons; }
    /// The outermost group around a group, or the next one inside where all share the outermost.
    [[nodiscard]] int outerGroup(int group) const;
    /// The group that stands for a group in ribbons(): its boundary's region, else itself.
    [[nodiscard]] int ribbonEnd(int group) const { return m_ribbonEnds[group]; }
    /// Shown edges between different groups.
    [[nodiscard]] int crossingEdgeCount() const { return m_crossingEdges; }

    /// Puts nodes elsewhere and routes their edges anew, cheaply: for every step of a drag. The
    /// frames of their groups stay as they are until moveNode().
    void dragNodes(const std::vector<std::pair<int, QPointF>>& topLefts);
    /// Puts a node elsewhere and routes its edges anew; its groups are framed anew.
    void moveNode(int node, QPointF topLeft);
    /// What routeEdges() made of this graph and layout.
    void setRoutes(std::vector<EdgeRoute> routes) { m_routes = std::move(routes); }

private:
    void buildAdjacency();
    void buildRibbons();
    [[nodiscard]] std::vector<Ribbon> ribbonsBetween(const std::vector<int>& groupOfGroup) const;
    [[nodiscard]] bool holds(int outer, int group) const;
    void addUses(std::map<std::pair<int, int>, Ribbon>& ribbons,
                 const std::vector<int>& groupOfGroup) const;
    void frameAround(int node);
    void frameShown();

    std::shared_ptr<const DiagramGraph> m_graph;
    std::shared_ptr<const LensResult> m_lens;
    DiagramLayout m_layout;
    RelationshipFilter m_filter;
    std::vector<EdgeRoute> m_routes;
    std::vector<char> m_hidden;        ///< parallel to nodes; empty for none
    std::vector<QRectF> m_shownGroups; ///< frames while something is hidden
    QRectF m_shownBounds;
    SpatialIndex m_index;
    QHash<TableId, int> m_nodeOfTable;
    std::vector<int> m_edgeOffsets;
    std::vector<int> m_edgesOfNodes;
    std::vector<Ribbon> m_ribbons;
    std::vector<Ribbon> m_outerRibbons;
    std::vector<RegionFacts> m_regions;
    std::vector<int> m_ribbonEnds;
    bool m_oneRoot = false; ///< all groups are inside the first one
    int m_crossingEdges = 0;
};

} // namespace cadastre

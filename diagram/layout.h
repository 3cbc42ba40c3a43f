// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Layout: from a graph and what was placed before to places for everything. Pure values here; the
// one file that knows Graphviz runs in a child process and lives beside this header.
#pragma once

#include "diagram/graph.h"
#include "model/workspace/placements.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <atomic>

namespace cadastre {

/// Places in scene pixels, y down. All vectors are parallel to the graph's.
struct DiagramLayout
{
    std::vector<QRectF> nodes;
    std::vector<QRectF> groups; ///< around members, with room for the group's name
    QRectF bounds;
    std::vector<int>
        fallbackGroups; ///< groups that became a grid, because the worker failed or was late
    std::vector<double> groupMilliseconds;
};

class LayoutCache;

struct LayoutOptions
{
    int groupDeadlineMs = 2000;
    int totalDeadlineMs = 20000;
    QString workerProgram; ///< executable that understands --layout-worker; empty for this program
    std::shared_ptr<LayoutCache> cache; ///< keeps what did not change between layouts; may be null
};

/// Why a layout is made: what may move.
enum class LayoutReason : std::uint8_t { First, Refresh, Regroup, Tidy };

/// Lays out groups that changed, keeps what `previous` has (except for Tidy), never fails: what the
/// worker cannot do becomes a grid. Blocks; `cancelled` may be set from another thread.
DiagramLayout layoutDiagram(const DiagramGraph& graph, const Placements& previous,
                            LayoutReason reason, const LayoutOptions& options,
                            const std::atomic_bool& cancelled);

/// What is to be remembered of a layout: `previous` with the places of everything in it replaced;
/// what a person pinned stays pinned.
Placements placementsOf(const DiagramGraph& graph, const DiagramLayout& layout,
                        const Placements& previous);

/// The way of one edge: from the side of the child's row to the side of the parent's row.
struct EdgeRoute
{
    static constexpr int maxPoints = 6;
    std::array<QPointF, maxPoints>
        points; ///< scene pixels; axis-parallel polyline to be drawn with rounded corners
    int count = 0;
};

/// Routes every edge, around boxes where that is simple, with lines beside each other. Edges
/// without pull, which a picture seldom shows, take no room from the others; beyond some thousands
/// they are routed as by routeEdge().
std::vector<EdgeRoute> routeEdges(const DiagramGraph& graph, const DiagramLayout& layout);

/// One edge without a look at other boxes and lines: cheap, for the edges of a table while it is
/// dragged.
EdgeRoute routeEdge(const DiagramGraph& graph, const DiagramLayout& layout, int edge);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/hit_test.h"

#include "diagram/boxes.h"
#include "diagram/draw_list.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadastre {

namespace {

/// Lines nearer than this are the same line for a person.
constexpr double onTopPixels = 0.8;

/// Distance to the line; anything larger than `most` where it is farther. Its parts are
/// axis-parallel, so most lines are passed over without a root.
double distanceToRoute(QPointF point, const EdgeRoute& route, double most)
{
    double nearest = std::numeric_limits<double>::max();
    for (int i = 0; i + 1 < route.count; ++i) {
        const QPointF& a = route.points[i];
        const QPointF& b = route.points[i + 1];
        const double aside =
            std::max({std::min(a.x(), b.x()) - point.x(), point.x() - std::max(a.x(), b.x()), 0.0});
        const double above =
            std::max({std::min(a.y(), b.y()) - point.y(), point.y() - std::max(a.y(), b.y()), 0.0});
        if (aside <= most && above <= most)
            nearest = std::min(nearest, std::sqrt(aside * aside + above * above));
    }
    return nearest;
}

} // namespace

std::optional<Hit> hitTest(const DiagramScene& scene, QPointF point, double scale)
{
    if (scene.isEmpty())
        return std::nullopt;
    const std::vector<int> nodes = scene.nodesIn(QRectF(point, QSizeF(0, 0)));
    if (nodes.empty())
        return std::nullopt;
    Hit hit;
    hit.node = nodes.back();
    const DiagramNode& node = scene.graph().nodes[hit.node];
    hit.object = node.table;
    if (detailLevelAt(scale) != DetailLevel::Rows)
        return hit;
    const auto row = rowAt(scene.layout().nodes[hit.node], scene.graph().shape, point.y(),
                           int(node.rows.size()));
    if (!row || *row < 0)
        return hit;
    hit.row = *row;
    const DiagramRow& content = node.rows[*row];
    if (content.kind == RowKind::Column && content.columns.size() == 1)
        hit.object = content.columns.front();
    return hit;
}

std::vector<int> hitEdges(const DiagramScene& scene, const EmphasisMap& emphasis, QPointF point,
                          double distance, const LineView& view)
{
    const DetailLevel level = detailLevelAt(view.scale);
    if (scene.isEmpty() || level < DetailLevel::Titles)
        return {};
    const double reach = distance / view.scale;
    const double together = onTopPixels / view.scale;
    const auto& boxes = scene.layout().nodes;
    const auto isDrawn = [&](int edge) {
        const DiagramEdge& ends = scene.graph().edges[edge];
        if (emphasis.isHighlighted(edge))
            return view.showViewDependencies || ends.kind != EdgeKind::ViewDependency;
        return hasLine(scene, level, edge, view.showViewDependencies) &&
               (boxes[ends.from].intersects(view.view) || boxes[ends.to].intersects(view.view));
    };
    std::vector<std::pair<double, int>> near;
    double nearest = reach;
    for (int edge = 0; edge < int(scene.graph().edges.size()); ++edge) {
        const double gap = distanceToRoute(point, scene.route(edge), nearest + together);
        if (gap > reach || gap > nearest + together || !isDrawn(edge))
            continue;
        near.emplace_back(gap, edge);
        nearest = std::min(nearest, gap);
    }
    std::vector<int> edges;
    for (const auto& [gap, edge] : near)
        if (gap <= nearest + together)
            edges.push_back(edge);
    return edges;
}

std::vector<int> walkedEdges(const DiagramScene& scene, int node)
{
    std::vector<int> edges;
    for (const int edge : scene.edgesOf(node))
        if (scene.graph().edges[edge].kind == EdgeKind::Relationship && scene.isShown(edge))
            edges.push_back(edge);
    const auto order = [&](int edge) {
        const DiagramEdge& ends = scene.graph().edges[edge];
        const bool leaves = ends.from == node;
        return std::tuple(leaves ? ends.fromRow : ends.toRow, !leaves, leaves ? ends.to : ends.from,
                          edge);
    };
    std::sort(edges.begin(), edges.end(), [&](int a, int b) { return order(a) < order(b); });
    return edges;
}

std::vector<ObjectRef> visibleObjects(const DiagramScene& scene, const QRectF& view)
{
    std::vector<ObjectRef> objects;
    if (scene.isEmpty())
        return objects;
    std::vector<int> nodes = scene.nodesIn(view);
    const auto& rects = scene.layout().nodes;
    std::sort(nodes.begin(), nodes.end(), [&](int a, int b) {
        return std::tuple(rects[a].top(), rects[a].left(), a) <
               std::tuple(rects[b].top(), rects[b].left(), b);
    });
    for (const int node : nodes)
        objects.emplace_back(scene.graph().nodes[node].table);
    return objects;
}

QRectF objectRect(const DiagramScene& scene, ObjectRef object)
{
    const auto node = scene.nodeOf(object);
    if (!node)
        return {};
    const QRectF& box = scene.layout().nodes[*node];
    if (object.kind != ObjectKind::Column)
        return box;
    const auto& rows = scene.graph().nodes[*node].rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const DiagramRow& row) {
        return std::find(row.columns.begin(), row.columns.end(), ColumnId{object.index}) !=
               row.columns.end();
    });
    return found == rows.end() ? box : rowRect(box, scene.graph().shape, int(found - rows.begin()));
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/hit_test.h"

#include "diagram/boxes.h"
#include "diagram/draw_list.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

double distanceToSegment(QPointF point, QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double length = QPointF::dotProduct(way, way);
    const double part =
        length > 0 ? std::clamp(QPointF::dotProduct(point - a, way) / length, 0.0, 1.0) : 0.0;
    const QPointF gap = point - (a + way * part);
    return std::hypot(gap.x(), gap.y());
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

std::optional<int> hitEdge(const DiagramScene& scene, QPointF point, double distance)
{
    std::optional<int> nearest;
    if (scene.isEmpty())
        return nearest;
    for (int edge = 0; edge < int(scene.graph().edges.size()); ++edge) {
        const EdgeRoute& route = scene.route(edge);
        for (int i = 0; i + 1 < route.count; ++i) {
            const double gap = distanceToSegment(point, route.points[i], route.points[i + 1]);
            if (gap <= distance) {
                distance = gap;
                nearest = edge;
            }
        }
    }
    return nearest;
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

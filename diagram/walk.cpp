// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/walk.h"

#include <cmath>

namespace cadastre {

std::optional<WalkStep> stepFrom(const DiagramScene& scene, int from, QPointF direction)
{
    std::vector<char> related(scene.layout().nodes.size(), 0);
    for (const int edge : scene.edgesOf(from)) {
        if (!scene.isShown(edge))
            continue;
        related[scene.graph().edges[edge].from] = 1;
        related[scene.graph().edges[edge].to] = 1;
    }
    const QPointF start = scene.layout().nodes[from].center();
    std::optional<WalkStep> best;
    double bestCost = 0;
    for (int node = 0; node < int(scene.layout().nodes.size()); ++node) {
        const QPointF way = scene.layout().nodes[node].center() - start;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        if (node == from || scene.isHidden(node) || along <= 0 || aside > 2 * along)
            continue;
        const bool isRelated = related[node] != 0;
        const double cost = along + 2 * aside;
        if (best && (best->related != isRelated ? best->related : cost >= bestCost))
            continue;
        best = {node, isRelated};
        bestCost = cost;
    }
    return best;
}

} // namespace cadastre

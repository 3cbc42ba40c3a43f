// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/layout_apart.h"

#include "diagram/layout_free_place.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double groupsApart = 80;

/// The frame of a group as far as it was not stretched by what a person pinned.
QRectF unstretchedFrame(const LayoutTree& tree, int group, const Placements& previous)
{
    QRectF own;
    bool stretched = false;
    for (int node : tree.nodesBelow(group)) {
        const auto placement =
            previous.tables.constFind(tree.graph().catalog->keyOf(tree.graph().nodes[node].table));
        if (placement != previous.tables.cend() && placement->pinned)
            stretched = true;
        else
            own |= tree.nodeRect(node);
    }
    if (!stretched)
        return tree.frame(group);
    return own.isNull() ? own
                        : own.adjusted(-LayoutTree::padding, -LayoutTree::headerRoom,
                                       LayoutTree::padding, LayoutTree::padding);
}

bool isUnowned(const DiagramGroup& group)
{
    return group.kind == GroupKind::Boundary && !group.boundary;
}

} // namespace

void separateGroups(LayoutTree& tree, const Placements& previous)
{
    std::vector<int> order = tree.children(LayoutTree::root);
    std::vector<QRectF> frames(tree.graph().groups.size());
    std::vector<QRectF> unstretched(frames.size());
    for (int group : order) {
        frames[group] = tree.frame(group);
        unstretched[group] = unstretchedFrame(tree, group, previous);
    }
    const auto rank = [&](int group) {
        return std::pair(!isUnowned(tree.graph().groups[group]),
                         frames[group].width() * frames[group].height());
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) > rank(b); });
    for (auto at = order.begin(); at != order.end(); ++at) {
        const QRectF frame = frames[*at];
        if (std::none_of(order.begin(), at, [&](int settled) {
                return unstretched[settled].intersects(unstretched[*at]);
            }))
            continue;
        std::vector<QRectF> obstacles;
        for (int other : order) {
            if (other != *at && !frames[other].isNull())
                obstacles.push_back(frames[other]);
        }
        const QPointF by = nearestFreePlace(frame.size(), frame.center(), obstacles, groupsApart) -
                           frame.topLeft();
        tree.translate(*at, by);
        frames[*at].translate(by);
        unstretched[*at].translate(by);
    }
}

} // namespace cadastre

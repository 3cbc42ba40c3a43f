// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is under a point and what is in view: one answer for mouse, tool tip, keyboard, dragging and
// assistive technology.
#pragma once

#include "diagram/emphasis_map.h"

namespace cadastre {

struct Hit
{
    ObjectRef object; ///< a column over a row of one column, else the table
    int node = 0;
    int row = -1; ///< -1 for the title and below the last row
};

/// The topmost table at a scene point; rows count from the scale where they are drawn.
std::optional<Hit> hitTest(const DiagramScene& scene, QPointF point, double scale);
/// What is drawn where lines are looked for.
struct LineView
{
    QRectF view; ///< scene pixels
    double scale = 1;
    bool showViewDependencies = true;
};
/// The edges whose lines are drawn within `distance` (screen pixels) of a scene point: the nearest
/// one and those that lie upon it, as lines to the same row do; ascending. Lines that are thinner
/// than their meaning, far out, are not hit.
std::vector<int> hitEdges(const DiagramScene& scene, const EmphasisMap& emphasis, QPointF point,
                          double distance, const LineView& view);
/// The edges of relationships at a table that are shown, as a person walks them: by the row where
/// they leave, then by the other table.
std::vector<int> walkedEdges(const DiagramScene& scene, int node);
/// Tables in a scene rectangle, top to bottom, then left to right.
std::vector<ObjectRef> visibleObjects(const DiagramScene& scene, const QRectF& view);
/// The scene rectangle of a table or of a column's row; empty when it is not in the picture.
QRectF objectRect(const DiagramScene& scene, ObjectRef object);

} // namespace cadastre

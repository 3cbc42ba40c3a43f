// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is under a point and what is in view: one answer for mouse, tool tip, keyboard, dragging and
// assistive technology.
#pragma once

#include "diagram/scene.h"

namespace cadastre {

struct Hit
{
    ObjectRef object; ///< a column over a row of one column, else the table
    int node = 0;
    int row = -1; ///< -1 for the title and below the last row
};

/// The topmost table at a scene point; rows count from the scale where they are drawn.
std::optional<Hit> hitTest(const DiagramScene& scene, QPointF point, double scale);
/// The edge whose line is within `distance` (scene pixels) of a point; the nearest one.
std::optional<int> hitEdge(const DiagramScene& scene, QPointF point, double distance);
/// Tables in a scene rectangle, top to bottom, then left to right.
std::vector<ObjectRef> visibleObjects(const DiagramScene& scene, const QRectF& view);
/// The scene rectangle of a table or of a column's row; empty when it is not in the picture.
QRectF objectRect(const DiagramScene& scene, ObjectRef object);

} // namespace cadastre

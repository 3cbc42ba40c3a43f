// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The forms that a way between two rows can have, and their points. Which form an edge takes and
// where its vertical lines stand is decided elsewhere.
#pragma once

#include "diagram/layout.h"

namespace cadastre {

constexpr double routeStub = 24; ///< room for a crow's foot at each end

/// How an edge goes, before its lanes are known. Left and right are as in the picture.
struct RoutePlan
{
    enum class Form : std::uint8_t {
        Straight, ///< level
        OneTurn,  ///< one vertical line between the boxes
        Channel,  ///< beside each box one, joined by a level line between the boxes in the way
        BracketRight,
        BracketLeft,
    };
    Form form = Form::OneTurn;
    int leftBox = 0;
    int rightBox = 0;
    bool fromIsLeft = true;
    double leftY = 0;
    double rightY = 0;
    double channelY = 0;
    int firstLane = -1; ///< index of the lane request
    int secondLane = -1;
};

/// The sides that face each other, or the same side of both where boxes are above each other.
RoutePlan planSides(const DiagramGraph& graph, const std::vector<QRectF>& boxes,
                    const DiagramEdge& edge);

/// The points of a plan whose vertical lines stand at the given x.
EdgeRoute routeOfPlan(const RoutePlan& plan, const std::vector<QRectF>& boxes, double firstX,
                      double secondX);

/// A self reference: a bracket at the right side, from its own row to the one it refers to.
RoutePlan planLoop(const DiagramGraph& graph, const std::vector<QRectF>& boxes,
                   const DiagramEdge& edge);

} // namespace cadastre

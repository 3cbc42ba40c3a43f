// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/routing_shapes.h"

#include "diagram/boxes.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

double rowY(const DiagramGraph& graph, const QRectF& box, int row)
{
    const double y = rowRect(box, graph.shape, row).center().y();
    return std::round(std::clamp(y, box.top() + 4, box.bottom() - 4));
}

EdgeRoute routeOf(std::initializer_list<QPointF> points, bool reversed)
{
    EdgeRoute route;
    for (const QPointF& point : points) {
        const bool repeated = route.count > 0 && route.points[route.count - 1] == point;
        if (!repeated)
            route.points[route.count++] = point;
    }
    if (reversed)
        std::reverse(route.points.begin(), route.points.begin() + route.count);
    return route;
}

} // namespace

RoutePlan planLoop(const DiagramGraph& graph, const std::vector<QRectF>& boxes,
                   const DiagramEdge& edge)
{
    RoutePlan plan;
    plan.form = RoutePlan::Form::BracketRight;
    plan.leftBox = plan.rightBox = edge.from;
    plan.leftY = rowY(graph, boxes[edge.from], edge.fromRow);
    plan.rightY = rowY(graph, boxes[edge.from], edge.toRow);
    if (std::abs(plan.leftY - plan.rightY) < 1)
        plan.rightY = rowY(graph, boxes[edge.from], -1);
    return plan;
}

RoutePlan planSides(const DiagramGraph& graph, const std::vector<QRectF>& boxes,
                    const DiagramEdge& edge)
{
    RoutePlan plan;
    const QRectF& from = boxes[edge.from];
    const QRectF& to = boxes[edge.to];
    plan.fromIsLeft = from.center().x() < to.center().x() ||
                      (from.center().x() == to.center().x() && edge.from < edge.to);
    plan.leftBox = plan.fromIsLeft ? edge.from : edge.to;
    plan.rightBox = plan.fromIsLeft ? edge.to : edge.from;
    const double fromY = rowY(graph, from, edge.fromRow);
    const double toY = rowY(graph, to, edge.toRow);
    plan.leftY = plan.fromIsLeft ? fromY : toY;
    plan.rightY = plan.fromIsLeft ? toY : fromY;
    const QRectF& left = boxes[plan.leftBox];
    const QRectF& right = boxes[plan.rightBox];
    if (right.left() - left.right() >= 2 * routeStub) {
        plan.form = std::abs(plan.leftY - plan.rightY) < 1 ? RoutePlan::Form::Straight
                                                           : RoutePlan::Form::OneTurn;
    } else {
        const double onRight = std::abs(left.right() - right.right());
        const double onLeft = std::abs(left.left() - right.left());
        plan.form = onRight < onLeft ? RoutePlan::Form::BracketRight : RoutePlan::Form::BracketLeft;
    }
    return plan;
}

EdgeRoute routeOfPlan(const RoutePlan& plan, const std::vector<QRectF>& boxes, double firstX,
                      double secondX)
{
    const QRectF& left = boxes[plan.leftBox];
    const QRectF& right = boxes[plan.rightBox];
    const double a = plan.leftY;
    const double b = plan.rightY;
    const bool reversed = !plan.fromIsLeft;
    switch (plan.form) {
    case RoutePlan::Form::Straight:
        return routeOf({{left.right(), a}, {right.left(), a}}, reversed);
    case RoutePlan::Form::OneTurn:
        return routeOf({{left.right(), a}, {firstX, a}, {firstX, b}, {right.left(), b}}, reversed);
    case RoutePlan::Form::Channel:
        return routeOf({{left.right(), a},
                        {firstX, a},
                        {firstX, plan.channelY},
                        {secondX, plan.channelY},
                        {secondX, b},
                        {right.left(), b}},
                       reversed);
    case RoutePlan::Form::BracketRight:
        return routeOf({{left.right(), a}, {firstX, a}, {firstX, b}, {right.right(), b}}, reversed);
    case RoutePlan::Form::BracketLeft:
        return routeOf({{left.left(), a}, {firstX, a}, {firstX, b}, {right.left(), b}}, reversed);
    }
    Q_UNREACHABLE();
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The ways of edges between rows. First each edge chooses its sides and the gaps in which it turns;
// then all of them share out the lanes in those gaps; then the points follow.
#include "diagram/boxes.h"
#include "diagram/layout.h"
#include "diagram/routing_lanes.h"
#include "diagram/routing_obstacles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadastre {

namespace {

constexpr double stub = 24;            ///< room for a crow's foot at each end
constexpr double loopReach = 34;       ///< how far a self reference reaches out
constexpr double longestSearch = 5000; ///< longer lines do not look for boxes in their way
constexpr double channelStep = 5;

/// How an edge goes, before its lanes are known. Left and right are as in the picture.
struct Plan
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

EdgeRoute selfRoute(const DiagramGraph& graph, const QRectF& box, const DiagramEdge& edge)
{
    const double from = rowY(graph, box, edge.fromRow);
    double to = rowY(graph, box, edge.toRow);
    if (std::abs(from - to) < 1)
        to = rowY(graph, box, -1);
    const double reach = std::round(loopReach + 5 * (edge.fromRow % 3));
    const double right = box.right();
    return routeOf({{right, from}, {right + reach, from}, {right + reach, to}, {right, to}}, false);
}

Plan plannedSides(const DiagramGraph& graph, const std::vector<QRectF>& boxes,
                  const DiagramEdge& edge)
{
    Plan plan;
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
    if (right.left() - left.right() >= 2 * stub) {
        plan.form =
            std::abs(plan.leftY - plan.rightY) < 1 ? Plan::Form::Straight : Plan::Form::OneTurn;
    } else {
        const double onRight = std::abs(left.right() - right.right());
        const double onLeft = std::abs(left.left() - right.left());
        plan.form = onRight < onLeft ? Plan::Form::BracketRight : Plan::Form::BracketLeft;
    }
    return plan;
}

EdgeRoute routeOfPlan(const Plan& plan, const std::vector<QRectF>& boxes, double firstX,
                      double secondX)
{
    const QRectF& left = boxes[plan.leftBox];
    const QRectF& right = boxes[plan.rightBox];
    const double a = plan.leftY;
    const double b = plan.rightY;
    const bool reversed = !plan.fromIsLeft;
    switch (plan.form) {
    case Plan::Form::Straight:
        return routeOf({{left.right(), a}, {right.left(), a}}, reversed);
    case Plan::Form::OneTurn:
        return routeOf({{left.right(), a}, {firstX, a}, {firstX, b}, {right.left(), b}}, reversed);
    case Plan::Form::Channel:
        return routeOf({{left.right(), a},
                        {firstX, a},
                        {firstX, plan.channelY},
                        {secondX, plan.channelY},
                        {secondX, b},
                        {right.left(), b}},
                       reversed);
    case Plan::Form::BracketRight:
        return routeOf({{left.right(), a}, {firstX, a}, {firstX, b}, {right.right(), b}}, reversed);
    case Plan::Form::BracketLeft:
        return routeOf({{left.left(), a}, {firstX, a}, {firstX, b}, {right.left(), b}}, reversed);
    }
    Q_UNREACHABLE();
}

class Router
{
public:
    Router(const DiagramGraph& graph, const DiagramLayout& layout)
        : m_graph(graph)
        , m_boxes(layout.nodes)
        , m_obstacles(layout.nodes)
    {
    }

    std::vector<EdgeRoute> route()
    {
        std::vector<Plan> plans;
        plans.reserve(m_graph.edges.size());
        for (const DiagramEdge& edge : m_graph.edges)
            plans.push_back(edge.from == edge.to ? Plan{} : planned(edge));
        const std::vector<double> lanes = assignLanes(m_requests, stub);
        std::vector<EdgeRoute> routes;
        routes.reserve(plans.size());
        for (std::size_t i = 0; i < plans.size(); ++i) {
            const DiagramEdge& edge = m_graph.edges[i];
            if (edge.from == edge.to) {
                routes.push_back(selfRoute(m_graph, m_boxes[edge.from], edge));
                continue;
            }
            const Plan& plan = plans[i];
            const double first = plan.firstLane < 0 ? 0 : lanes[plan.firstLane];
            const double second = plan.secondLane < 0 ? 0 : lanes[plan.secondLane];
            routes.push_back(routeOfPlan(plan, m_boxes, first, second));
        }
        return routes;
    }

private:
    Plan planned(const DiagramEdge& edge)
    {
        Plan plan = plannedSides(m_graph, m_boxes, edge);
        const bool leftIsParent = plan.leftBox == edge.to;
        const std::int64_t trunk = std::int64_t(edge.to) * 4096 + edge.toRow + 1;
        switch (plan.form) {
        case Plan::Form::Straight:
            if (isFreeBetween(plan, plan.leftY))
                break;
            plan.form = Plan::Form::OneTurn;
            [[fallthrough]];
        case Plan::Form::OneTurn:
        case Plan::Form::Channel:
            planBetween(plan, trunk, leftIsParent);
            break;
        case Plan::Form::BracketRight:
            planBracketRight(plan, trunk);
            break;
        case Plan::Form::BracketLeft:
            planBracketLeft(plan, trunk);
            break;
        }
        return plan;
    }

    [[nodiscard]] bool isFreeBetween(const Plan& plan, double y) const
    {
        const double left = m_boxes[plan.leftBox].right();
        const double right = m_boxes[plan.rightBox].left();
        return right - left > longestSearch ||
               m_obstacles.isFree(left, right, y, plan.leftBox, plan.rightBox);
    }

    /// One turn beside the parent, so that its lines are one trunk; else beside the child; else
    /// through a channel between the boxes that are in the way.
    void planBetween(Plan& plan, std::int64_t trunk, bool leftIsParent)
    {
        const bool besideLeft = isFreeBetween(plan, plan.rightY);
        const bool besideRight = isFreeBetween(plan, plan.leftY);
        const bool useLeft = leftIsParent ? besideLeft || !besideRight : besideLeft && !besideRight;
        if (besideLeft || besideRight) {
            plan.form = Plan::Form::OneTurn;
            plan.firstLane = useLeft ? requestRightOf(plan, plan.rightY, trunk)
                                     : requestLeftOf(plan, plan.leftY, trunk);
            return;
        }
        plan.form = Plan::Form::Channel;
        plan.channelY = freeChannel(plan) + channelStep * static_cast<double>(trunk / 4096 % 3 - 1);
        plan.firstLane = requestRightOf(plan, plan.channelY, trunk);
        plan.secondLane = requestLeftOf(plan, plan.channelY, trunk);
    }

    /// The level nearest to both ends at which no box is in the way; found beside the boxes
    /// that are.
    double freeChannel(const Plan& plan)
    {
        constexpr double besideBox = 14;
        constexpr std::size_t mostCandidates = 48;
        const double left = m_boxes[plan.leftBox].right();
        const double right = m_boxes[plan.rightBox].left();
        std::vector<double> levels;
        std::vector<int> inTheWay;
        m_obstacles.collect(left, right, plan.leftY, plan.leftBox, plan.rightBox, inTheWay);
        m_obstacles.collect(left, right, plan.rightY, plan.leftBox, plan.rightBox, inTheWay);
        double best = (plan.leftY + plan.rightY) / 2;
        double bestCost = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < inTheWay.size() && levels.size() < mostCandidates; ++i) {
            const QRectF& box = m_obstacles.box(inTheWay[i]);
            for (const double y : {box.top() - besideBox, box.bottom() + besideBox}) {
                if (std::find(levels.begin(), levels.end(), y) != levels.end())
                    continue;
                levels.push_back(y);
                const double cost = std::abs(y - plan.leftY) + std::abs(y - plan.rightY);
                if (cost >= bestCost)
                    continue;
                std::vector<int> next;
                m_obstacles.collect(left, right, y, plan.leftBox, plan.rightBox, next);
                if (next.empty()) {
                    best = y;
                    bestCost = cost;
                } else {
                    inTheWay.insert(inTheWay.end(), next.begin(), next.end());
                }
            }
        }
        return std::round(best);
    }

    int request(const SideGap& gap, int box, double from, double to, std::int64_t trunk,
                bool comesFromLeft)
    {
        m_requests.push_back({m_graph.nodes[box].group, gap, std::min(from, to), std::max(from, to),
                              trunk, from, comesFromLeft});
        return static_cast<int>(m_requests.size()) - 1;
    }

    int requestRightOf(const Plan& plan, double to, std::int64_t trunk)
    {
        const double from = plan.leftY;
        SideGap gap = m_obstacles.gapRightOf(plan.leftBox, std::min(from, to), std::max(from, to));
        gap.high = std::min(gap.high, m_boxes[plan.rightBox].left());
        return request(gap, plan.leftBox, from, to, trunk, true);
    }

    int requestLeftOf(const Plan& plan, double to, std::int64_t trunk)
    {
        const double from = plan.rightY;
        SideGap gap = m_obstacles.gapLeftOf(plan.rightBox, std::min(from, to), std::max(from, to));
        gap.low = std::max(gap.low, m_boxes[plan.leftBox].right());
        return request(gap, plan.rightBox, from, to, trunk, false);
    }

    void planBracketRight(Plan& plan, std::int64_t trunk)
    {
        const bool leftIsWider = m_boxes[plan.leftBox].right() > m_boxes[plan.rightBox].right();
        const double top = std::min(plan.leftY, plan.rightY);
        const double bottom = std::max(plan.leftY, plan.rightY);
        const int box = leftIsWider ? plan.leftBox : plan.rightBox;
        const SideGap gap = m_obstacles.gapRightOf(box, top, bottom);
        plan.firstLane = request(gap, box, plan.leftY, plan.rightY, trunk, true);
    }

    void planBracketLeft(Plan& plan, std::int64_t trunk)
    {
        const bool leftIsFirst = m_boxes[plan.leftBox].left() < m_boxes[plan.rightBox].left();
        const double top = std::min(plan.leftY, plan.rightY);
        const double bottom = std::max(plan.leftY, plan.rightY);
        const int box = leftIsFirst ? plan.leftBox : plan.rightBox;
        const SideGap gap = m_obstacles.gapLeftOf(box, top, bottom);
        plan.firstLane = request(gap, box, plan.leftY, plan.rightY, trunk, false);
    }

    const DiagramGraph& m_graph;
    const std::vector<QRectF>& m_boxes;
    RoutingObstacles m_obstacles;
    std::vector<LaneRequest> m_requests;
};

} // namespace

std::vector<EdgeRoute> routeEdges(const DiagramGraph& graph, const DiagramLayout& layout)
{
    return Router(graph, layout).route();
}

EdgeRoute routeEdge(const DiagramGraph& graph, const DiagramLayout& layout, int edge)
{
    const DiagramEdge& line = graph.edges[edge];
    if (line.from == line.to)
        return selfRoute(graph, layout.nodes[line.from], line);
    const Plan plan = plannedSides(graph, layout.nodes, line);
    const QRectF& left = layout.nodes[plan.leftBox];
    const QRectF& right = layout.nodes[plan.rightBox];
    double x = std::round((left.right() + right.left()) / 2);
    if (plan.form == Plan::Form::BracketRight)
        x = std::max(left.right(), right.right()) + loopReach;
    else if (plan.form == Plan::Form::BracketLeft)
        x = std::min(left.left(), right.left()) - loopReach;
    return routeOfPlan(plan, layout.nodes, x, x);
}

} // namespace cadastre

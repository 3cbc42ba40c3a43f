// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The ways of edges between rows. First each edge chooses its sides and the gaps in which it turns;
// then all of them share out the lanes in those gaps; then the points follow.
#include "diagram/routing_lanes.h"
#include "diagram/routing_obstacles.h"
#include "diagram/routing_shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadastre {

namespace {

constexpr double longestSearch = 3000; ///< longer lines do not look for boxes in their way
constexpr double channelStep = 5;
constexpr std::size_t mostSeldom = 5000; ///< edges that are seldom shown and routed with care
constexpr double bracketReach = 26;      ///< how far lines on one side of two boxes reach out
constexpr double widestBracketGap = 160; ///< where nothing else is near, they stay near the boxes

class Router
{
public:
    Router(const DiagramGraph& graph, const DiagramLayout& layout)
        : m_graph(graph)
        , m_boxes(layout.nodes)
        , m_obstacles(layout.nodes)
    {
    }

    /// `edges`: which ones; their routes replace those in `routes`.
    void route(const std::vector<int>& edges, std::vector<EdgeRoute>& routes)
    {
        m_requests.clear();
        std::vector<RoutePlan> plans;
        plans.reserve(edges.size());
        for (const int index : edges) {
            const DiagramEdge& edge = m_graph.edges[index];
            plans.push_back(edge.from == edge.to ? plannedLoop(edge) : planned(edge));
        }
        const std::vector<double> lanes = assignLanes(m_requests, routeStub);
        for (std::size_t i = 0; i < plans.size(); ++i) {
            const RoutePlan& plan = plans[i];
            const double first = plan.firstLane < 0 ? 0 : lanes[plan.firstLane];
            const double second = plan.secondLane < 0 ? 0 : lanes[plan.secondLane];
            routes[edges[i]] = routeOfPlan(plan, m_boxes, first, second);
        }
    }

private:
    RoutePlan planned(const DiagramEdge& edge)
    {
        RoutePlan plan = planSides(m_graph, m_boxes, edge);
        const bool leftIsParent = plan.leftBox == edge.to;
        const std::int64_t trunk = trunkOf(edge);
        switch (plan.form) {
        case RoutePlan::Form::Straight:
            if (isFreeBetween(plan, plan.leftY))
                break;
            plan.form = RoutePlan::Form::OneTurn;
            [[fallthrough]];
        case RoutePlan::Form::OneTurn:
        case RoutePlan::Form::Channel:
            planBetween(plan, trunk, leftIsParent);
            break;
        case RoutePlan::Form::BracketRight:
            planBracketRight(plan, trunk);
            break;
        case RoutePlan::Form::BracketLeft:
            planBracketLeft(plan, trunk);
            break;
        }
        return plan;
    }

    /// A self reference turns in the gap at the right like the other lines of its parent's row, or
    /// near the box where nothing else is near.
    RoutePlan plannedLoop(const DiagramEdge& edge)
    {
        RoutePlan plan = planLoop(m_graph, m_boxes, edge);
        SideGap gap = m_obstacles.gapRightOf(edge.from, std::min(plan.leftY, plan.rightY),
                                             std::max(plan.leftY, plan.rightY));
        if (gap.high - gap.low > widestBracketGap)
            gap.high = gap.low + 2 * bracketReach;
        plan.firstLane = request(gap, edge.from, plan.rightY, plan.leftY, trunkOf(edge), true);
        return plan;
    }

    /// Lines that end at the same row may share vertical lines.
    static std::int64_t trunkOf(const DiagramEdge& edge)
    {
        return std::int64_t(edge.to) * 4096 + edge.toRow + 1;
    }

    [[nodiscard]] bool isFreeBetween(const RoutePlan& plan, double y) const
    {
        const double left = m_boxes[plan.leftBox].right();
        const double right = m_boxes[plan.rightBox].left();
        return right - left > longestSearch ||
               m_obstacles.isFree(left, right, y, plan.leftBox, plan.rightBox);
    }

    /// One turn beside the parent, so that its lines are one trunk; else beside the child; else
    /// through a channel between the boxes that are in the way.
    void planBetween(RoutePlan& plan, std::int64_t trunk, bool leftIsParent)
    {
        const bool besideLeft = isFreeBetween(plan, plan.rightY);
        const bool besideRight = isFreeBetween(plan, plan.leftY);
        const bool useLeft = leftIsParent ? besideLeft || !besideRight : besideLeft && !besideRight;
        if (besideLeft || besideRight) {
            plan.form = RoutePlan::Form::OneTurn;
            plan.firstLane = useLeft ? requestRightOf(plan, plan.rightY, trunk)
                                     : requestLeftOf(plan, plan.leftY, trunk);
            return;
        }
        plan.form = RoutePlan::Form::Channel;
        plan.channelY = freeChannel(plan) + channelStep * static_cast<double>(trunk / 4096 % 3 - 1);
        plan.firstLane = requestRightOf(plan, plan.channelY, trunk);
        plan.secondLane = requestLeftOf(plan, plan.channelY, trunk);
    }

    /// The level nearest to both ends at which no box is in the way; found beside the boxes
    /// that are.
    double freeChannel(const RoutePlan& plan)
    {
        constexpr double besideBox = 14;
        constexpr std::size_t mostCandidates = 20;
        const double left = m_boxes[plan.leftBox].right();
        const double right = m_boxes[plan.rightBox].left();
        std::vector<double> levels;
        std::vector<int> inTheWay;
        m_obstacles.collect(left, right, plan.leftY, plan.leftBox, plan.rightBox, inTheWay);
        m_obstacles.collect(left, right, plan.rightY, plan.leftBox, plan.rightBox, inTheWay);
        double best = (plan.leftY + plan.rightY) / 2;
        double bestCost = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < inTheWay.size() && levels.size() < mostCandidates; ++i) {
            const QRectF box = m_obstacles.box(inTheWay[i]);
            for (const double y : {box.top() - besideBox, box.bottom() + besideBox}) {
                if (std::find(levels.begin(), levels.end(), y) != levels.end())
                    continue;
                levels.push_back(y);
                const double cost = std::abs(y - plan.leftY) + std::abs(y - plan.rightY);
                if (cost >= bestCost)
                    continue;
                const std::size_t known = inTheWay.size();
                m_obstacles.collect(left, right, y, plan.leftBox, plan.rightBox, inTheWay);
                if (inTheWay.size() == known) {
                    best = y;
                    bestCost = cost;
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

    int requestRightOf(const RoutePlan& plan, double to, std::int64_t trunk)
    {
        const double from = plan.leftY;
        SideGap gap = m_obstacles.gapRightOf(plan.leftBox, std::min(from, to), std::max(from, to));
        gap.high = std::min(gap.high, m_boxes[plan.rightBox].left());
        return request(gap, plan.leftBox, from, to, trunk, true);
    }

    int requestLeftOf(const RoutePlan& plan, double to, std::int64_t trunk)
    {
        const double from = plan.rightY;
        SideGap gap = m_obstacles.gapLeftOf(plan.rightBox, std::min(from, to), std::max(from, to));
        gap.low = std::max(gap.low, m_boxes[plan.leftBox].right());
        return request(gap, plan.rightBox, from, to, trunk, false);
    }

    void planBracketRight(RoutePlan& plan, std::int64_t trunk)
    {
        const bool leftIsWider = m_boxes[plan.leftBox].right() > m_boxes[plan.rightBox].right();
        const double top = std::min(plan.leftY, plan.rightY);
        const double bottom = std::max(plan.leftY, plan.rightY);
        const int box = leftIsWider ? plan.leftBox : plan.rightBox;
        SideGap gap = m_obstacles.gapRightOf(box, top, bottom);
        if (gap.high - gap.low > widestBracketGap)
            gap.high = gap.low + 2 * bracketReach;
        plan.firstLane = request(gap, box, plan.leftY, plan.rightY, trunk, true);
    }

    void planBracketLeft(RoutePlan& plan, std::int64_t trunk)
    {
        const bool leftIsFirst = m_boxes[plan.leftBox].left() < m_boxes[plan.rightBox].left();
        const double top = std::min(plan.leftY, plan.rightY);
        const double bottom = std::max(plan.leftY, plan.rightY);
        const int box = leftIsFirst ? plan.leftBox : plan.rightBox;
        SideGap gap = m_obstacles.gapLeftOf(box, top, bottom);
        if (gap.high - gap.low > widestBracketGap)
            gap.low = gap.high - 2 * bracketReach;
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
    std::vector<int> usual;
    std::vector<int> seldom;
    for (int edge = 0; edge < static_cast<int>(graph.edges.size()); ++edge)
        (graph.edges[edge].pull > 0 ? usual : seldom).push_back(edge);
    std::vector<EdgeRoute> routes(graph.edges.size());
    Router router(graph, layout);
    router.route(usual, routes);
    if (seldom.size() <= mostSeldom) {
        router.route(seldom, routes);
    } else {
        for (const int edge : seldom)
            routes[edge] = routeEdge(graph, layout, edge);
    }
    return routes;
}

EdgeRoute routeEdge(const DiagramGraph& graph, const DiagramLayout& layout, int edge)
{
    const DiagramEdge& line = graph.edges[edge];
    const RoutePlan plan = line.from == line.to ? planLoop(graph, layout.nodes, line)
                                                : planSides(graph, layout.nodes, line);
    const QRectF& left = layout.nodes[plan.leftBox];
    const QRectF& right = layout.nodes[plan.rightBox];
    double x = std::round((left.right() + right.left()) / 2);
    if (plan.form == RoutePlan::Form::BracketRight)
        x = std::max(left.right(), right.right()) + bracketReach;
    else if (plan.form == RoutePlan::Form::BracketLeft)
        x = std::min(left.left(), right.left()) - bracketReach;
    return routeOfPlan(plan, layout.nodes, x, x);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What stands on lines: signs of who decided, where a polymorphic reference parts into its targets,
// arcs across alternatives.
#include "diagram/boxes.h"
#include "diagram/draw_builder.h"
#include "diagram/routing_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace cadastre {

namespace {

constexpr double lineSignSize = 13;
constexpr double smallestSign = 9; ///< screen pixels
constexpr double firstSign = 29;   ///< from the box, beyond the crow's foot
constexpr double bendRoom = 9;
constexpr double arcOffset = 21; ///< from the box, before the lines turn
constexpr double arcReach = 9;   ///< beyond the outer lines
constexpr double arcBulge = 9;

/// 1 where a line leaves its child to the right, -1 to the left.
double directionOf(const EdgeRoute& route)
{
    return route.points[1].x() >= route.points[0].x() ? 1 : -1;
}

double lengthOf(QPointF way)
{
    return std::abs(way.x()) + std::abs(way.y());
}

QPointF middleOfLongest(const EdgeRoute& route)
{
    double longest = -1;
    QPointF middle;
    for (int i = 0; i + 1 < route.count; ++i) {
        const double length = lengthOf(route.points[i + 1] - route.points[i]);
        if (length > longest) {
            longest = length;
            middle = (route.points[i] + route.points[i + 1]) / 2;
        }
    }
    return middle;
}

/// Where an axis-parallel line first passes the border of a frame.
std::optional<QPointF> gateOf(const EdgeRoute& route, const QRectF& frame)
{
    for (int i = 0; i + 1 < route.count; ++i) {
        const QPointF a = route.points[i];
        const QPointF b = route.points[i + 1];
        if (frame.contains(a) == frame.contains(b))
            continue;
        const QPointF outside = frame.contains(a) ? b : a;
        return QPointF(std::clamp(outside.x(), frame.left(), frame.right()),
                       std::clamp(outside.y(), frame.top(), frame.bottom()));
    }
    return std::nullopt;
}

/// Places for signs along a line, from the child, where it is seldom shared with others, to its
/// other end; none on bends.
std::vector<QPointF> signPlaces(const EdgeRoute& route, double fromChild)
{
    constexpr double step = 5;
    std::vector<QPointF> places;
    double before = 0;
    for (int i = 0; i + 1 < route.count; ++i) {
        const QPointF way = route.points[i + 1] - route.points[i];
        const double length = lengthOf(way);
        const bool last = i + 2 == route.count;
        const double begin = std::max(i == 0 ? 0 : bendRoom, fromChild - before);
        const double end = length - (last ? firstSign : bendRoom);
        for (double at = begin; at <= end; at += step)
            places.push_back(route.points[i] + way * (at / length));
        before += length;
    }
    return places;
}

} // namespace

void DrawBuilder::addLineSigns(const DrawLine& line, const DiagramEdge& facts,
                               const EdgeRoute& route)
{
    const bool rows = m_list.level == DetailLevel::Rows;
    if (facts.polymorphic && rows)
        addFan(line, facts, route);
    std::vector<Sign> signs;
    if (const auto sign = lineStyle(line.look).sign)
        signs.push_back(*sign);
    if (facts.subtype)
        signs.push_back(Sign::KindOf);
    if (graph().catalog->sourceOf(graph().nodes[facts.from].table) !=
        graph().catalog->sourceOf(graph().nodes[facts.to].table))
        signs.push_back(Sign::OtherDatabase);
    if (signs.empty())
        return;
    const double fromChild = facts.polymorphic ? 1.7 * firstSign : firstSign;
    const std::vector<QPointF> places =
        rows ? signPlaces(route, fromChild) : std::vector<QPointF>();
    for (const Sign sign : signs)
        addLineSign(line, freeSignPlace(places).value_or(middleOfLongest(route)), sign);
}

/// Where no other sign stands.
std::optional<QPointF> DrawBuilder::freeSignPlace(const std::vector<QPointF>& places) const
{
    for (const QPointF place : places) {
        const bool taken =
            std::any_of(m_signPlaces.begin(), m_signPlaces.end(), [&](QPointF other) {
                return std::abs(other.x() - place.x()) < lineSignSize &&
                       std::abs(other.y() - place.y()) < lineSignSize;
            });
        if (!taken)
            return place;
    }
    return std::nullopt;
}

/// Where the line leaves the frame; far out only what needs a decision.
void DrawBuilder::addGate(const DrawLine& line, const DiagramEdge& facts, const EdgeRoute& route)
{
    const auto& groups = graph().groups;
    const int from = graph().nodes[facts.from].group;
    const int to = graph().nodes[facts.to].group;
    if (from == to)
        return;
    const auto holds = [&](int outer, int group) {
        while (group >= 0 && group != outer)
            group = groups[group].parent;
        return group == outer;
    };
    int left = from;
    while (groups[left].parent >= 0 && !holds(groups[left].parent, to))
        left = groups[left].parent;
    const bool undecided =
        facts.crossing >= 0 && graph().boundaries->crossings[facts.crossing].isViolation();
    if (!undecided && m_list.level != DetailLevel::Rows)
        return;
    const Sign sign = undecided ? Sign::UndecidedGate : Sign::Gate;
    // A module's line into its own service comes in through its frame.
    const QRectF& frame = m_scene.frameOf(holds(left, to) ? to : left);
    DrawLine mark = line;
    if (undecided)
        mark.ink = Ink::Warning;
    addLineSign(mark, gateOf(route, frame).value_or(middleOfLongest(route)), sign);
}

void DrawBuilder::addLineSign(const DrawLine& line, QPointF at, Sign sign)
{
    if (!m_options.view.contains(at))
        return;
    DrawSign mark{at, std::max(lineSignSize, onScreen(smallestSign)), sign, line.ink};
    mark.faded = line.faded;
    m_list.signs.push_back(mark);
    m_signPlaces.push_back(at);
}

/// The type column is tied to the line, and a sign says that its lines are one reference.
void DrawBuilder::addFan(const DrawLine& line, const DiagramEdge& facts, const EdgeRoute& route)
{
    const QPointF start = route.points[0];
    const QPointF fork = start + QPointF(directionOf(route) * routeStub, 0);
    if (std::find(m_fans.begin(), m_fans.end(), fork) != m_fans.end())
        return;
    m_fans.push_back(fork);
    if (facts.typeRow >= 0 && facts.typeRow != facts.fromRow) {
        const double y = rowRect(rectOf(facts.from), graph().shape, facts.typeRow).center().y();
        const std::array points{QPointF(start.x(), std::round(y)), QPointF(fork.x(), std::round(y)),
                                fork};
        pushLine(line, points);
    }
    addLineSign(line, fork, Sign::OneOfSeveral);
}

void DrawBuilder::addArcs()
{
    for (const int node : m_visible)
        addArcsOf(node);
}

/// One arc for each side of the box at which alternatives leave.
void DrawBuilder::addArcsOf(int node)
{
    struct Span
    {
        double x = 0;
        double top = 0;
        double bottom = 0;
        bool faded = false;
    };
    std::map<std::pair<int, int>, Span> arcs;
    for (const int edge : m_scene.edgesOf(node)) {
        const DiagramEdge& facts = graph().edges[edge];
        const EdgeRoute& route = m_scene.route(edge);
        if (facts.from != node || facts.arc < 0 || route.count < 2 || !m_scene.isShown(edge))
            continue;
        const double way = directionOf(route);
        const QPointF at = route.points[0];
        const bool faded = m_emphasis.hasFocus() && !m_emphasis.isHighlighted(edge);
        const auto [arc, isNew] = arcs.try_emplace(
            {facts.arc, int(way)}, Span{at.x() + way * arcOffset, at.y(), at.y(), faded});
        arc->second.top = std::min(arc->second.top, at.y());
        arc->second.bottom = std::max(arc->second.bottom, at.y());
        arc->second.faded = arc->second.faded && faded;
    }
    for (const auto& [key, arc] : arcs) {
        const double bulge = key.second * arcBulge;
        DrawLine line;
        line.look = LineLook::Arc;
        line.ink = lineStyle(LineLook::Arc).ink;
        line.width = 1.6;
        line.faded = arc.faded;
        const std::array points{QPointF(arc.x - bulge / 2, arc.top - arcReach),
                                QPointF(arc.x + bulge / 2, (arc.top + arc.bottom) / 2),
                                QPointF(arc.x - bulge / 2, arc.bottom + arcReach)};
        pushLine(line, points);
    }
}

} // namespace cadastre

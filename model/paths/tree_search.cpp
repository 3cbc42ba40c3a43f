// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Dijkstra's way that leaves out what cannot be on a route of a limited price: the distances from
// the ends, known once, say what is missing at least. Leaving that out changes no answer, so a
// limit that was too low is only raised. Ties are broken by positions, so that answers never
// change.
#include "model/paths/tree_search.h"

#include <algorithm>
#include <array>

namespace cadastre {

namespace {

/// What a route costs beside the distance, mostly for sharing parents: tried one after another.
constexpr std::array<int, 3> likelyDetours{2 * joinPrice, 8 * joinPrice, 32 * joinPrice};

/// table * 2 + (came from a child ? 1 : 0)
int treePlace(int table, bool fromChild)
{
    return table * 2 + (fromChild ? 1 : 0);
}

} // namespace

TreeSearch::TreeSearch(const PathSearch& paths, const SearchGraph& graph,
                       const std::vector<TableId>& ends, const std::atomic_bool& cancelled)
    : m_graph(graph)
    , m_cancelled(cancelled)
    , m_ends(ends)
    , m_isSource(std::size_t(graph.tableCount()))
    , m_isTarget(std::size_t(graph.tableCount()))
    , m_arrivals(std::size_t(graph.tableCount()) * 2)
{
    for (const TableId end : m_ends)
        m_distances.push_back(paths.distancesTo(end));
}

std::optional<Route> TreeSearch::nearest(const std::set<TableId>& sources,
                                         const std::set<TableId>& targets,
                                         const std::set<int>& banned)
{
    m_rests.clear();
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        if (targets.contains(m_ends[i]))
            m_rests.push_back(&m_distances[i]);
    }
    const auto mark = [&](bool marked) {
        for (const TableId source : sources)
            m_isSource[std::size_t(source.index)] = marked;
        for (const TableId target : targets)
            m_isTarget[std::size_t(target.index)] = marked;
    };
    int least = unreachablePrice;
    for (const TableId source : sources)
        least = std::min(least, leastRest(source.index));
    if (least == unreachablePrice)
        return std::nullopt;
    mark(true);
    std::optional<Route> route;
    for (const int detour : likelyDetours) {
        if (!route)
            route = within(least + detour, sources, banned);
    }
    if (!route)
        route = within(unreachablePrice, sources, banned);
    mark(false);
    return m_cancelled ? std::nullopt : route;
}

std::optional<Route> TreeSearch::within(int limit, const std::set<TableId>& sources,
                                        const std::set<int>& banned)
{
    Queue queue;
    for (const TableId source : sources)
        offer({0, treePlace(source.index, false)}, -1, -1, limit, queue);
    std::optional<Route> route;
    while (!queue.empty() && !route && !m_cancelled) {
        const Waiting next = queue.top();
        queue.pop();
        if (next.cost != m_arrivals[std::size_t(next.place)].cost)
            continue; // a cheaper way was found meanwhile
        if (m_isTarget[std::size_t(next.place / 2)])
            route = routeTo(next.place);
        else
            walkOn(next, limit, banned, queue);
    }
    forget();
    return route;
}

void TreeSearch::walkOn(const Waiting& from, int limit, const std::set<int>& banned, Queue& queue)
{
    const int table = from.place / 2;
    const int before = m_arrivals[std::size_t(from.place)].step;
    m_graph.forStepsFrom(table, [&](int index) {
        const JoinStep& step = m_graph.step(index);
        if (m_isSource[std::size_t(step.to.index)] || step.to == step.from ||
            banned.contains(index & ~1))
            return;
        if (before >= 0 && excludeEachOther(m_graph.step(before), step))
            return;
        const bool shares = (from.place & 1) != 0 && !step.towardsParent;
        const int cost =
            from.cost + m_graph.price(index) + (shares ? m_graph.sharedParent(table) : 0);
        offer({cost, treePlace(step.to.index, step.towardsParent)}, index, from.place, limit,
              queue);
    });
}

void TreeSearch::offer(const Waiting& place, int step, int previous, int limit, Queue& queue)
{
    Arrival& arrival = m_arrivals[std::size_t(place.place)];
    if (place.cost >= arrival.cost)
        return;
    const int rest = leastRest(place.place / 2);
    if (rest == unreachablePrice || place.cost > limit - rest)
        return;
    if (arrival.cost == unreachablePrice)
        m_touched.push_back(place.place);
    arrival = {place.cost, step, previous};
    queue.push(place);
}

/// To the nearest of the targets, without the prices of shared parents.
int TreeSearch::leastRest(int table) const
{
    int least = unreachablePrice;
    for (const std::vector<int>* distances : m_rests)
        least = std::min(least, (*distances)[std::size_t(table)]);
    return least;
}

Route TreeSearch::routeTo(int place) const
{
    Route route;
    route.price = m_arrivals[std::size_t(place)].cost;
    for (; m_arrivals[std::size_t(place)].step >= 0;
         place = m_arrivals[std::size_t(place)].previous)
        route.steps.push_back(m_arrivals[std::size_t(place)].step);
    std::ranges::reverse(route.steps);
    return route;
}

void TreeSearch::forget()
{
    for (const int place : m_touched)
        m_arrivals[std::size_t(place)] = {};
    m_touched.clear();
}

} // namespace cadastre

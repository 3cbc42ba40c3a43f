// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A*, guided by exact distances without the prices of turns; a table is two places, by whether one
// came to it from a child. Ties are broken by positions, so that answers never change.
#include "model/paths/path_search.h"

#include <algorithm>
#include <queue>
#include <set>

namespace cadastre {

namespace {

/// A place of the search: table * 2 + (came from a child ? 1 : 0).
int searchPlace(int table, bool fromChild)
{
    return table * 2 + (fromChild ? 1 : 0);
}

struct Waiting
{
    int estimate = 0;
    int place = 0;

    bool operator>(const Waiting& other) const
    {
        return std::tie(estimate, place) > std::tie(other.estimate, other.place);
    }
};

using WaitingQueue = std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>>;

} // namespace

struct PathSearch::Request
{
    int start = 0; ///< place
    int target = 0;
    const std::vector<int>* distances =
        nullptr; ///< to the target; unreachablePrice where there is no way
    std::set<int> bannedTables;
    std::set<int> bannedSteps; ///< as first steps
    std::optional<int> before; ///< the step that leads to the start
    int limit = unreachablePrice;
};

PathSearch::PathSearch(const SearchGraph& graph, const std::atomic_bool& cancelled)
    : m_graph(graph)
    , m_cancelled(cancelled)
{
}

std::vector<int> PathSearch::distancesTo(TableId to, bool comesBack) const
{
    std::vector<int> distances(std::size_t(m_graph.tableCount()), unreachablePrice);
    WaitingQueue queue;
    const auto offer = [&](int table, int distance) {
        if (distance >= distances[std::size_t(table)])
            return;
        distances[std::size_t(table)] = distance;
        queue.push({distance, table});
    };
    const auto walkBack = [&](int table, int distance) {
        m_graph.forStepsFrom(table, [&](int step) { // both directions cost the same
            offer(m_graph.target(step), distance + m_graph.price(step));
        });
    };
    if (comesBack)
        walkBack(to.index, 0);
    else
        offer(to.index, 0);
    while (!queue.empty() && !m_cancelled) {
        const Waiting next = queue.top();
        queue.pop();
        if (next.estimate == distances[std::size_t(next.place)])
            walkBack(next.place, next.estimate);
    }
    return distances;
}

std::optional<Route> PathSearch::cheapest(const Request& request) const
{
    const int count = m_graph.tableCount();
    const int goal = count * 2; // the target is a place of its own: a route may come back
    QHash<int, int> costs;
    QHash<int, int> arrivals; // by place: the step
    QHash<int, int> previous;
    WaitingQueue queue;
    costs.insert(request.start, 0);
    queue.push({(*request.distances)[std::size_t(request.start / 2)], request.start});
    int expanded = 0;
    while (!queue.empty()) {
        const Waiting next = queue.top();
        queue.pop();
        if (next.estimate > request.limit || ((++expanded & 255) == 0 && m_cancelled))
            return std::nullopt;
        if (next.place == goal)
            break;
        const int table = next.place / 2;
        const int cost = costs.value(next.place);
        const int left = (*request.distances)[std::size_t(table)];
        if (next.estimate > cost + left)
            continue; // a cheaper way was found meanwhile
        const bool isStart = next.place == request.start;
        const int before = isStart ? request.before.value_or(-1) : arrivals.value(next.place);
        m_graph.forStepsFrom(table, [&](int index) {
            if (isStart && request.bannedSteps.contains(index))
                return;
            const JoinStep& step = m_graph.step(index);
            if (before >= 0 && excludeEachOther(m_graph.step(before), step))
                return;
            const int to = step.to.index;
            const bool arrives = to == request.target;
            if (!arrives &&
                (request.bannedTables.contains(to) || to == request.start / 2 || to == table))
                return;
            const bool shares = (next.place & 1) != 0 && !step.towardsParent;
            const int newCost =
                cost + m_graph.price(index) + (shares ? m_graph.sharedParent(table) : 0);
            const int rest = arrives ? 0 : (*request.distances)[std::size_t(to)];
            if (rest == unreachablePrice)
                return;
            const int place = arrives ? goal : searchPlace(to, step.towardsParent);
            const auto known = costs.constFind(place);
            if (known != costs.constEnd() && *known <= newCost)
                return;
            costs.insert(place, newCost);
            arrivals.insert(place, index);
            previous.insert(place, next.place);
            queue.push({newCost + rest, place});
        });
    }
    if (!costs.contains(goal))
        return std::nullopt;
    Route route;
    route.price = costs.value(goal);
    for (int place = goal; place != request.start; place = previous.value(place))
        route.steps.push_back(arrivals.value(place));
    std::ranges::reverse(route.steps);
    return route;
}

int PathSearch::priceOf(const std::vector<int>& steps) const
{
    int price = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        price += m_graph.price(steps[i]);
        const JoinStep& step = m_graph.step(steps[i]);
        if (i > 0 && !step.towardsParent && m_graph.step(steps[i - 1]).towardsParent)
            price += m_graph.sharedParent(step.from.index);
    }
    return price;
}

/// Whether a table stands in it twice, its ends apart: a way around steps that exclude each other.
bool PathSearch::comesTwice(const Route& route) const
{
    std::set<TableId> seen;
    return std::ranges::any_of(
        route.steps, [&](int step) { return !seen.insert(m_graph.step(step).to).second; });
}

std::vector<Route> PathSearch::routes(TableId from, TableId to, int count) const
{
    const std::vector<int> distances = distancesTo(to, from == to);
    Request request;
    request.start = searchPlace(from.index, false);
    request.target = to.index;
    request.distances = &distances;
    if (distances[std::size_t(from.index)] == unreachablePrice)
        return {};
    const std::optional<Route> first = cheapest(request);
    if (!first || m_cancelled || comesTwice(*first))
        return {};
    std::vector<Route> found{*first};
    const int limit = 2 * first->price + 2 * joinPrice;
    const auto order = [](const Route& a, const Route& b) {
        return std::tuple(a.price, a.steps.size(), a.steps) <
               std::tuple(b.price, b.steps.size(), b.steps);
    };
    std::set<Route, decltype(order)> candidates(order);
    while (static_cast<int>(found.size()) < count && !m_cancelled) {
        const Route last = found.back();
        for (std::size_t i = 0; i < last.steps.size(); ++i) {
            const std::vector<int> root(last.steps.begin(), last.steps.begin() + std::ptrdiff_t(i));
            Request spur = request;
            if (i > 0) {
                const JoinStep& into = m_graph.step(root.back());
                spur.start = searchPlace(into.to.index, into.towardsParent);
                spur.before = root.back();
            }
            for (const int step : root)
                spur.bannedTables.insert(m_graph.step(step).from.index);
            for (const Route& other : found) {
                if (other.steps.size() > i &&
                    std::equal(root.begin(), root.end(), other.steps.begin()))
                    spur.bannedSteps.insert(other.steps[i]);
            }
            const int rootPrice = priceOf(root);
            spur.limit = limit - rootPrice;
            if (const std::optional<Route> rest = cheapest(spur)) {
                Route whole{root, rootPrice + rest->price};
                whole.steps.insert(whole.steps.end(), rest->steps.begin(), rest->steps.end());
                if (!comesTwice(whole))
                    candidates.insert(std::move(whole));
            }
        }
        while (!candidates.empty() && std::ranges::find(found, *candidates.begin()) != found.end())
            candidates.erase(candidates.begin());
        if (candidates.empty())
            break;
        found.push_back(*candidates.begin());
        candidates.erase(candidates.begin());
    }
    return m_cancelled ? std::vector<Route>() : found;
}

std::vector<bool> PathSearch::reachable(TableId from) const
{
    std::vector<bool> seen(std::size_t(m_graph.tableCount()));
    std::vector<int> waiting{from.index};
    seen[std::size_t(from.index)] = true;
    while (!waiting.empty()) {
        const int table = waiting.back();
        waiting.pop_back();
        m_graph.forStepsFrom(table, [&](int step) {
            const int to = m_graph.target(step);
            if (seen[std::size_t(to)])
                return;
            seen[std::size_t(to)] = true;
            waiting.push_back(to);
        });
    }
    return seen;
}

} // namespace cadastre

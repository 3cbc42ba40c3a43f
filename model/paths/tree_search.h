// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// TreeSearch: from what a tree has joined to the nearest table that is missing, over and over for
// one question. Which trees are grown lives in find_paths.cpp.
#pragma once

#include "model/paths/path_search.h"

#include <queue>
#include <set>

namespace cadastre {

class TreeSearch
{
public:
    /// `ends` are all tables that will ever be missing.
    TreeSearch(const PathSearch& paths, const SearchGraph& graph, const std::vector<TableId>& ends,
               const std::atomic_bool& cancelled);

    /// The cheapest route from any of `sources` to the nearest of `targets` without the steps of
    /// `banned` (either direction). Nothing when cancelled.
    [[nodiscard]] std::optional<Route> nearest(const std::set<TableId>& sources,
                                               const std::set<TableId>& targets,
                                               const std::set<int>& banned);

private:
    /// How a place was reached at the least cost.
    struct Arrival
    {
        int cost = unreachablePrice;
        int step = -1;     ///< -1: the search began here
        int previous = -1; ///< place
    };
    struct Waiting
    {
        int cost = 0;
        int place = 0;

        bool operator>(const Waiting& other) const
        {
            return std::tie(cost, place) > std::tie(other.cost, other.place);
        }
    };
    using Queue = std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>>;

    [[nodiscard]] std::optional<Route> within(int limit, const std::set<TableId>& sources,
                                              const std::set<int>& banned);
    void walkOn(const Waiting& from, int limit, const std::set<int>& banned, Queue& queue);
    void offer(const Waiting& place, int step, int previous, int limit, Queue& queue);
    [[nodiscard]] int leastRest(int table) const;
    [[nodiscard]] Route routeTo(int place) const;
    void forget();

    const SearchGraph& m_graph;
    const std::atomic_bool& m_cancelled;
    std::vector<TableId> m_ends;
    std::vector<std::vector<int>> m_distances;    ///< by end, then by table
    std::vector<const std::vector<int>*> m_rests; ///< of the targets, of those
    std::vector<bool> m_isSource;                 ///< by table
    std::vector<bool> m_isTarget;
    std::vector<Arrival> m_arrivals; ///< by place
    std::vector<int> m_touched;      ///< places of m_arrivals to be forgotten
};

} // namespace cadastre

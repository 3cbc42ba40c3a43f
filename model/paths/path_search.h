// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Shortest ways through a SearchGraph by price: the cheapest several without a table twice (Yen).
// The way to the nearest of several tables lives in tree_search.h. No words, no SQL.
#pragma once

#include "model/paths/search_graph.h"

#include <atomic>
#include <limits>
#include <optional>

namespace cadastre {

struct Route
{
    std::vector<int> steps; ///< positions in the SearchGraph, from start to end
    int price = 0;

    bool operator==(const Route&) const = default;
};

inline constexpr int unreachablePrice = std::numeric_limits<int>::max();

class PathSearch
{
public:
    PathSearch(const SearchGraph& graph, const std::atomic_bool& cancelled);

    /// The cheapest routes, at most `count`, each no more expensive than twice the cheapest and
    /// two joins more. From a table to itself, a route comes back to it. Nothing when cancelled.
    [[nodiscard]] std::vector<Route> routes(TableId from, TableId to, int count) const;

    /// By table: what its cheapest way to this one costs without the prices of shared parents;
    /// unreachablePrice where there is none. Of the table itself: 0, or what coming back to it
    /// costs.
    [[nodiscard]] std::vector<int> distancesTo(TableId to, bool comesBack = false) const;

    /// Every table that can be reached, itself included.
    [[nodiscard]] std::vector<bool> reachable(TableId from) const;

    /// Of steps one behind the other.
    [[nodiscard]] int priceOf(const std::vector<int>& steps) const;

private:
    struct Request;
    [[nodiscard]] std::optional<Route> cheapest(const Request& request) const;
    [[nodiscard]] bool comesTwice(const Route& route) const;

    const SearchGraph& m_graph;
    const std::atomic_bool& m_cancelled;
};

} // namespace cadastre

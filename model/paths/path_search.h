// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Shortest ways through a SearchGraph by price: one, or the cheapest several without a table twice
// (Yen). No words, no SQL.
#pragma once

#include "model/paths/search_graph.h"

#include <atomic>
#include <set>

namespace cadastre {

struct Route
{
    std::vector<int> steps; ///< positions in the SearchGraph, from start to end
    int price = 0;

    bool operator==(const Route&) const = default;
};

class PathSearch
{
public:
    PathSearch(const SearchGraph& graph, const std::atomic_bool& cancelled);

    /// The cheapest routes, at most `count`, each no more expensive than twice the cheapest and
    /// two joins more. From a table to itself, a route comes back to it. Nothing when cancelled.
    [[nodiscard]] std::vector<Route> routes(TableId from, TableId to, int count) const;

    /// The cheapest route from any of `sources` to the nearest of `targets` without the steps of
    /// `banned` (either direction).
    [[nodiscard]] std::optional<Route> nearest(const std::set<TableId>& sources,
                                               const std::set<TableId>& targets,
                                               const std::set<int>& banned) const;

    /// Every table that can be reached, itself included.
    [[nodiscard]] std::vector<bool> reachable(TableId from) const;

    /// Of steps one behind the other.
    [[nodiscard]] int priceOf(const std::vector<int>& steps) const;

private:
    struct Request;
    [[nodiscard]] std::optional<Route> cheapest(const Request& request) const;
    [[nodiscard]] bool comesTwice(const Route& route) const;
    [[nodiscard]] std::vector<int> distancesTo(TableId to, bool comesBack) const;

    const SearchGraph& m_graph;
    const std::atomic_bool& m_cancelled;
};

} // namespace cadastre

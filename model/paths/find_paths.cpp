// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Two tables by the cheapest routes, more by growing a tree towards the nearest table that is
// missing, and again without each of its steps for the alternatives.
#include "model/paths/find_paths.h"

#include "model/paths/no_path.h"
#include "model/paths/path_search.h"
#include "model/paths/path_words.h"
#include "model/paths/tree_search.h"

#include <algorithm>
#include <map>

namespace cadastre {

namespace {

/// The same steps walked from the other end.
std::vector<int> mirrored(const std::vector<int>& steps)
{
    std::vector<int> other;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        other.push_back(*step ^ 1);
    return other;
}

class PathFinder
{
public:
    PathFinder(const JoinGraph& graph, const PathQuestion& question,
               const std::atomic_bool& cancelled)
        : m_graph(graph)
        , m_question(question)
        , m_cancelled(cancelled)
        , m_search(graph, question.preferences, question.tables)
        , m_paths(m_search, cancelled)
    {
    }

    std::vector<JoinPath> between(TableId from, TableId to) const
    {
        const bool comesBack = from == to;
        const int wanted = question().alternatives * (comesBack ? 2 : 1);
        std::vector<std::vector<int>> seen;
        std::vector<JoinPath> paths;
        for (const Route& route : m_paths.routes(from, to, wanted)) {
            const bool isMirrored =
                comesBack && std::ranges::find(seen, mirrored(route.steps)) != seen.end();
            if (isMirrored || static_cast<int>(paths.size()) == question().alternatives)
                continue;
            seen.push_back(route.steps);
            paths.push_back(pathOfRoute(route));
        }
        return paths;
    }

    std::vector<JoinPath> trees() const
    {
        TreeSearch search(m_paths, m_search, question().tables, m_cancelled);
        std::map<std::set<int>, JoinPath> found;
        const auto keep = [&](const std::optional<std::set<int>>& tree) {
            if (tree && !found.contains(*tree))
                found.emplace(*tree, pathOfTree(*tree));
        };
        const auto first = tree(search, question().tables.front(), {});
        keep(first);
        for (std::size_t i = 1; first && i < question().tables.size(); ++i)
            keep(tree(search, question().tables[i], {}));
        if (found.empty())
            return {};
        const auto best = std::ranges::min_element(
            found, {}, [](const auto& entry) { return entry.second.price; });
        for (const int step : std::set<int>(best->first)) {
            if (std::ssize(found) >= question().alternatives)
                break;
            keep(tree(search, question().tables.front(), {step}));
        }
        std::vector<JoinPath> paths;
        for (auto& [tree, path] : found)
            paths.push_back(std::move(path));
        std::ranges::stable_sort(paths, {}, [](const JoinPath& path) {
            return std::pair(path.price, path.steps.size());
        });
        if (std::ssize(paths) > question().alternatives)
            paths.resize(std::size_t(question().alternatives));
        return paths;
    }

private:
    [[nodiscard]] const PathQuestion& question() const { return m_question; }

    void complete(JoinPath& path) const
    {
        path.priceParts = pathPriceParts(m_graph, path, m_question.preferences);
        path.price = 0;
        for (const PricePart& part : path.priceParts)
            path.price += part.price;
        path.sentence = pathSentence(m_graph.catalog(), path);
        path.notes = pathNotes(m_graph, path);
    }

    [[nodiscard]] JoinPath pathOfRoute(const Route& route) const
    {
        JoinPath path;
        path.tables = {m_search.step(route.steps.front()).from};
        for (const int index : route.steps) {
            const int at = static_cast<int>(path.steps.size());
            path.steps.push_back({m_search.step(index), at, at + 1});
            path.tables.push_back(m_search.step(index).to);
        }
        complete(path);
        return path;
    }

    /// Steps of a tree over all tables of the question, each by its even position.
    [[nodiscard]] std::optional<std::set<int>> tree(TreeSearch& search, TableId start,
                                                    const std::set<int>& banned) const
    {
        std::set<TableId> joined{start};
        std::set<TableId> missing(question().tables.begin(), question().tables.end());
        missing.erase(start);
        std::set<int> steps;
        while (!missing.empty()) {
            const std::optional<Route> route = search.nearest(joined, missing, banned);
            if (!route)
                return std::nullopt;
            for (const int index : route->steps) {
                steps.insert(index & ~1);
                joined.insert(m_search.step(index).to);
                missing.erase(m_search.step(index).to);
            }
        }
        const bool isTree = steps.size() + 1 == joined.size();
        return isTree && isPossible(steps) ? std::optional(steps) : std::nullopt;
    }

    [[nodiscard]] bool isPossible(const std::set<int>& steps) const
    {
        return std::ranges::none_of(steps, [&](int one) {
            return std::ranges::any_of(steps, [&](int other) {
                return one != other && excludeEachOther(m_search.step(one), m_search.step(other));
            });
        });
    }

    /// From the first table of the question outwards, each branch to its end.
    [[nodiscard]] JoinPath pathOfTree(const std::set<int>& tree) const
    {
        JoinPath path;
        path.tables = {question().tables.front()};
        std::set<int> left = tree;
        std::vector<int> open{0};
        while (!open.empty()) {
            const int at = open.back();
            const TableId table = path.tables[std::size_t(at)];
            const auto next = std::ranges::find_if(left, [&](int step) {
                return m_search.step(step).from == table || m_search.step(step).to == table;
            });
            if (next == left.end()) {
                open.pop_back();
                continue;
            }
            const int step = m_search.step(*next).from == table ? *next : *next ^ 1;
            left.erase(next);
            const int to = static_cast<int>(path.tables.size());
            path.steps.push_back({m_search.step(step), at, to});
            path.tables.push_back(m_search.step(step).to);
            open.push_back(to);
        }
        complete(path);
        return path;
    }

    const JoinGraph& m_graph;
    const PathQuestion& m_question;
    const std::atomic_bool& m_cancelled;
    SearchGraph m_search;
    PathSearch m_paths;
};

PathQuestion withoutRepeats(PathQuestion question)
{
    std::vector<TableId> once;
    for (const TableId table : question.tables) {
        if (std::ranges::find(once, table) == once.end())
            once.push_back(table);
    }
    if (once.size() == 1 && question.tables.size() > 1)
        once.push_back(once.front());
    if (std::ssize(once) > mostJoinedTables)
        once.resize(mostJoinedTables);
    question.tables = std::move(once);
    return question;
}

} // namespace

PathAnswer findPaths(const JoinGraph& graph, const PathQuestion& asked,
                     const std::atomic_bool& cancelled)
{
    const PathQuestion question = withoutRepeats(asked);
    if (question.tables.size() < 2)
        return {};
    const PathFinder finder(graph, question, cancelled);
    PathAnswer answer;
    answer.paths = question.tables.size() == 2
                       ? finder.between(question.tables.front(), question.tables.back())
                       : finder.trees();
    if (answer.paths.empty() && !cancelled)
        answer.none = whyNoPath(graph, question, cancelled);
    return answer;
}

} // namespace cadastre

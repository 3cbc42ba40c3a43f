// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SearchGraph: a JoinGraph as one question sees it: which steps may be walked, and the further ones
// of views that are asked for, which stand in for the tables that they read.
#pragma once

#include "model/paths/path_prices.h"

namespace cadastre {

class SearchGraph
{
public:
    /// `ends` are the tables and views of the question. Other views are not passed through.
    SearchGraph(const JoinGraph& graph, const PathPreferences& preferences,
                const std::vector<TableId>& ends);

    [[nodiscard]] const JoinGraph& graph() const { return m_graph; }
    [[nodiscard]] int tableCount() const { return static_cast<int>(m_shared.size()); }
    /// Step `i ^ 1` is the same one walked the other way.
    [[nodiscard]] const JoinStep& step(int index) const;
    /// The table that a step leads to, without a look at the step itself.
    [[nodiscard]] int target(int step) const { return m_targets[std::size_t(step)]; }
    [[nodiscard]] int price(int step) const { return m_prices[std::size_t(step)]; }
    [[nodiscard]] bool isOpen(int step) const { return m_open[std::size_t(step)]; }
    [[nodiscard]] int sharedParent(int table) const { return m_shared[std::size_t(table)]; }

    /// Calls `visit(step)` for every step that leaves the table and may be walked.
    template <typename Visit> void forStepsFrom(int table, Visit visit) const
    {
        for (const int step : m_graph.stepsFrom(TableId{table})) {
            if (isOpen(step))
                visit(step);
        }
        const auto extra = m_extraFrom.constFind(table);
        if (extra == m_extraFrom.constEnd())
            return;
        for (const int step : *extra) {
            if (isOpen(step))
                visit(step);
        }
    }

private:
    void addViewSteps(TableId view);
    void addStep(JoinStep step);
    [[nodiscard]] bool isKnown(const JoinStep& step) const;

    const JoinGraph& m_graph;
    std::vector<JoinStep> m_extra;
    QHash<int, std::vector<int>> m_extraFrom;
    std::vector<int> m_targets; ///< by step
    std::vector<int> m_prices;
    std::vector<bool> m_open;
    std::vector<int> m_shared; ///< sharedParentPrice() by table
};

} // namespace cadastre

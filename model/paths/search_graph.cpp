// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Steps of one question; see the header.
#include "model/paths/search_graph.h"

#include <algorithm>
#include <map>
#include <set>

namespace cadastre {

SearchGraph::SearchGraph(const JoinGraph& graph, const PathPreferences& preferences,
                         const std::vector<TableId>& ends)
    : m_graph(graph)
{
    const auto& tables = graph.catalog().objects().tables;
    const std::set<TableId> asked(ends.begin(), ends.end());
    for (const TableId end : asked) {
        if (isView(tables[std::size_t(end.index)]))
            addViewSteps(end);
    }
    const auto isPassable = [&](TableId table) {
        return !isView(tables[std::size_t(table.index)]) || asked.contains(table);
    };
    const int count = static_cast<int>(graph.steps().size() + m_extra.size());
    m_targets.reserve(std::size_t(count));
    m_prices.reserve(std::size_t(count));
    m_open.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const JoinStep& facts = step(i);
        m_targets.push_back(facts.to.index);
        m_prices.push_back(stepPrice(facts, preferences));
        m_open.push_back(isAllowed(facts, preferences) && isPassable(facts.from) &&
                         isPassable(facts.to));
    }
    m_shared.reserve(tables.size());
    for (int i = 0; i < static_cast<int>(tables.size()); ++i)
        m_shared.push_back(sharedParentPrice(graph, TableId{i}));
}

const JoinStep& SearchGraph::step(int index) const
{
    const std::size_t base = m_graph.steps().size();
    return std::size_t(index) < base ? m_graph.steps()[std::size_t(index)]
                                     : m_extra[std::size_t(index) - base];
}

bool SearchGraph::isKnown(const JoinStep& step) const
{
    const auto isSame = [&](const JoinStep& other) {
        return other.from == step.from && other.to == step.to &&
               other.fromColumns == step.fromColumns && other.toColumns == step.toColumns;
    };
    const auto known = m_graph.stepsFrom(step.from);
    return std::ranges::any_of(m_extra, isSame) || std::ranges::any_of(known, [&](int index) {
               return isSame(m_graph.steps()[std::size_t(index)]);
           });
}

void SearchGraph::addStep(JoinStep step)
{
    if (isKnown(step))
        return;
    const int index = static_cast<int>(m_graph.steps().size() + m_extra.size());
    m_extraFrom[step.from.index].push_back(index);
    m_extraFrom[step.to.index].push_back(index + 1);
    m_extra.push_back(std::move(step));
    m_extra.push_back(reversed(m_extra.back()));
}

/// A view that gives a table's columns joins wherever these join; one that gives the table's key
/// joins that table itself.
void SearchGraph::addViewSteps(TableId view)
{
    const Catalog& catalog = m_graph.catalog();
    std::map<TableId, std::map<ColumnId, ColumnId>> given; // by base table and column
    const int first = catalog.firstColumn(view).index;
    const int count = static_cast<int>(catalog.columnsOf(view).size());
    for (int i = 0; i < count; ++i) {
        const auto source = m_graph.viewColumns().constFind(ColumnId{first + i});
        if (source != m_graph.viewColumns().constEnd())
            given[catalog.column(*source).table].emplace(*source, ColumnId{first + i});
    }
    for (const auto& [base, columns] : given) {
        const auto inView = [&](const std::vector<ColumnId>& wanted) {
            std::vector<ColumnId> found;
            for (const ColumnId column : wanted) {
                if (const auto at = columns.find(column); at != columns.end())
                    found.push_back(at->second);
            }
            return found.size() == wanted.size() ? found : std::vector<ColumnId>();
        };
        if (const Constraint* key = catalog.primaryKeyOf(base)) {
            JoinStep step;
            step.from = view;
            step.to = base;
            step.fromColumns = inView(key->columns);
            step.toColumns = key->columns;
            step.origin = StepOrigin::View;
            if (!step.fromColumns.empty())
                addStep(std::move(step));
        }
        for (const int index : m_graph.stepsFrom(base)) {
            JoinStep step = m_graph.steps()[std::size_t(index)];
            step.from = view;
            step.fromColumns = inView(step.fromColumns);
            step.throughView = true;
            if (step.fromColumns.empty() || step.to == view)
                continue;
            if (step.typeColumn && step.towardsParent) {
                const auto type = columns.find(*step.typeColumn);
                if (type == columns.end())
                    continue;
                step.typeColumn = type->second;
            }
            addStep(std::move(step));
        }
    }
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Chooses the tables of the tour and puts them in order; what is said of each is in
// table_sentences.
#include "model/orientation/start_here.h"

#include "model/orientation/table_sentences.h"

#include <algorithm>
#include <numeric>

namespace cadastre {

namespace {

/// Less than this share of what a group's best table has explains little of it.
constexpr double smallestShare = 0.2;
constexpr std::size_t alwaysListed = 3; ///< however little they explain

class Tour
{
public:
    Tour(const StartHereFacts& facts, const Importance& importance, const StartHereOptions& options)
        : m_facts(facts)
        , m_catalog(*facts.commented.catalog())
        , m_importance(importance)
        , m_options(options)
        , m_sentences(facts.commented, facts.relationships, importance, facts.minimumConfidence)
    {
    }

    StartHere through(const std::vector<TableGroup>& groups)
    {
        StartHere tour;
        for (std::size_t at : inOrder(groups)) {
            const TableGroup& group = groups[at];
            const int views = viewsIn(group);
            const int tables = static_cast<int>(group.tables.size()) - views;
            tour.tablesInAll += tables;
            if (static_cast<int>(tour.groups.size()) >= m_options.groups) {
                ++tour.groupsLeftOut;
                tour.tablesLeftOut += tables;
                continue;
            }
            TourGroup shown{group.kind, group.name, tables, views, {}};
            for (TableId table : walk(chosen(group)))
                shown.stops.push_back({table, m_sentences.what(table), m_sentences.why(table),
                                       m_sentences.hasWords(table)});
            tour.groups.push_back(std::move(shown));
        }
        tour.usesUnknown = m_facts.uses == nullptr || !m_facts.uses->unknown.empty();
        return tour;
    }

private:
    [[nodiscard]] int viewsIn(const TableGroup& group) const
    {
        return static_cast<int>(std::ranges::count_if(
            group.tables, [&](TableId table) { return isView(m_catalog.table(table)); }));
    }

    [[nodiscard]] std::vector<TableId> byScore(const TableGroup& group) const
    {
        std::vector<TableId> tables = group.tables;
        std::ranges::stable_sort(tables, [&](TableId a, TableId b) {
            return m_importance.of(a).score > m_importance.of(b).score;
        });
        return tables;
    }

    /// Positions of groups: by what their best tables explain together, the rest last.
    [[nodiscard]] std::vector<std::size_t> inOrder(const std::vector<TableGroup>& groups) const
    {
        std::vector<double> weights;
        for (const TableGroup& group : groups) {
            const std::vector<TableId> tables = byScore(group);
            double weight = group.kind == TableGroupKind::Rest ? -1e6 : 0;
            for (std::size_t i = 0; i < std::min<std::size_t>(3, tables.size()); ++i)
                weight += m_importance.of(tables[i]).score;
            weights.push_back(weight);
        }
        std::vector<std::size_t> order(groups.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(
            order, [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
        return order;
    }

    [[nodiscard]] std::vector<TableId> chosen(const TableGroup& group) const
    {
        const std::vector<TableId> ranked = byScore(group);
        std::vector<TableId> tables;
        const double best = ranked.empty() ? 0 : m_importance.of(ranked.front()).score;
        for (TableId table : ranked) {
            const TableImportance& figures = m_importance.of(table);
            if (static_cast<int>(tables.size()) >= m_options.tablesPerGroup)
                break;
            if (tables.size() >= alwaysListed && figures.score < smallestShare * best)
                break;
            if (figures.setBack == SetBack::None || tables.empty())
                tables.push_back(table);
        }
        return tables;
    }

    /// After a table what it refers to, then what refers to those seen, then the next best.
    [[nodiscard]] std::vector<TableId> walk(std::vector<TableId> tables) const
    {
        std::vector<TableId> seen;
        while (!tables.empty()) {
            auto next = tables.begin();
            if (const auto tied = nextTied(seen, tables))
                next = std::ranges::find(tables, *tied);
            seen.push_back(*next);
            tables.erase(next);
        }
        return seen;
    }

    [[nodiscard]] std::optional<TableId> nextTied(const std::vector<TableId>& seen,
                                                  const std::vector<TableId>& tables) const
    {
        const auto among = [&](const std::vector<TableId>& list) -> std::optional<TableId> {
            const auto found = std::ranges::find_if(
                tables, [&](TableId table) { return std::ranges::count(list, table) > 0; });
            return found == tables.end() ? std::nullopt : std::optional(*found);
        };
        for (TableId table : seen) {
            if (const auto next = among(m_sentences.refersTo(table)))
                return next;
        }
        for (TableId table : seen) {
            if (const auto next = among(m_sentences.referredBy(table)))
                return next;
        }
        return std::nullopt;
    }

    const StartHereFacts& m_facts;
    const Catalog& m_catalog;
    const Importance& m_importance;
    const StartHereOptions& m_options;
    TableSentences m_sentences;
};

} // namespace

StartHere startHere(const StartHereFacts& facts, const Importance& importance,
                    const std::vector<TableGroup>& groups, const StartHereOptions& options)
{
    return Tour(facts, importance, options).through(groups);
}

StartHere startHere(const StartHereFacts& facts, const StartHereOptions& options)
{
    if (facts.commented.catalog() == nullptr)
        return {};
    const Catalog& catalog = *facts.commented.catalog();
    const Importance importance =
        tableImportance({catalog, facts.relationships, facts.uses, facts.minimumConfidence});
    const std::vector<TableGroup> groups = tableGroups(
        {catalog, facts.relationships, facts.uses, facts.ownership, facts.minimumConfidence});
    return startHere(facts, importance, groups, options);
}

} // namespace cadastre

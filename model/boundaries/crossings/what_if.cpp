// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Looks at the links of the moved tables only. What counts as a link is told in what_if_links.cpp.
#include "model/boundaries/crossings/what_if.h"

#include "model/boundaries/crossings/crossing_search.h"

namespace cadastre {

namespace {

template <typename T> void sortAndTakeRepeatedOut(std::vector<T>& values)
{
    std::ranges::sort(values);
    const auto repeated = std::ranges::unique(values);
    values.erase(repeated.begin(), repeated.end());
}

std::vector<std::pair<int, int>> followersIn(const BoundaryFacts& facts)
{
    std::vector<std::pair<int, int>> followers;
    const auto& tables = facts.catalog.objects().tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].partitionOf && facts.ownership.tableReasons[i] == OwnedBy::Parent)
            followers.emplace_back(tables[i].partitionOf->index, static_cast<int>(i));
    }
    std::ranges::sort(followers);
    return followers;
}

} // namespace

WhatIf::WhatIf(const BoundaryFacts& facts)
    : m_links(whatIfLinks(facts))
    , m_owners(facts.ownership.ofTables)
    , m_followers(followersIn(facts))
{
    for (const QString& name : facts.ownership.names)
        m_shared.push_back(isSharedBoundary(facts.boundaries, name));
    m_offsets.resize(m_owners.size() + 1);
    const auto eachTable = [](const WhatIfLink& link, const auto& action) {
        if (link.from >= 0)
            action(static_cast<std::size_t>(link.from));
        if (link.into >= 0 && link.into != link.from)
            action(static_cast<std::size_t>(link.into));
    };
    for (const WhatIfLink& link : m_links.links)
        eachTable(link, [&](std::size_t table) { ++m_offsets[table + 1]; });
    for (std::size_t i = 1; i < m_offsets.size(); ++i)
        m_offsets[i] += m_offsets[i - 1];
    m_linksOf.resize(static_cast<std::size_t>(m_offsets.back()));
    std::vector<int> next = m_offsets;
    for (std::size_t i = 0; i < m_links.links.size(); ++i)
        eachTable(m_links.links[i], [&](std::size_t table) {
            m_linksOf[static_cast<std::size_t>(next[table]++)] = static_cast<int>(i);
        });
}

WhatIf::Plan WhatIf::planOf(const std::vector<TableId>& tables,
                            std::optional<BoundaryIndex> into) const
{
    Plan plan;
    plan.into = into.value_or(-1);
    for (const TableId table : tables)
        plan.tables.push_back(table.index);
    for (std::size_t i = 0; i < plan.tables.size(); ++i) { // grows while partitions have their own
        const int table = plan.tables[i];
        for (auto it = std::ranges::lower_bound(m_followers, std::pair(table, 0));
             it != m_followers.end() && it->first == table; ++it)
            plan.tables.push_back(it->second);
    }
    sortAndTakeRepeatedOut(plan.tables);
    return plan;
}

std::vector<int> WhatIf::linksTouching(const Plan& plan) const
{
    std::vector<int> links;
    for (const int table : plan.tables) {
        const auto first = m_linksOf.begin() + m_offsets[static_cast<std::size_t>(table)];
        const auto last = m_linksOf.begin() + m_offsets[static_cast<std::size_t>(table) + 1];
        links.insert(links.end(), first, last);
    }
    sortAndTakeRepeatedOut(links);
    return links;
}

BoundaryIndex WhatIf::ownerOf(int table, const Plan* plan) const
{
    return plan && std::ranges::binary_search(plan->tables, table)
               ? plan->into
               : m_owners[static_cast<std::size_t>(table)];
}

bool WhatIf::isInside(const WhatIfLink& link, const Plan* plan) const
{
    const auto actors = [&](int end) {
        return end >= 0 ? std::vector<BoundaryIndex>{ownerOf(end, plan)}
                        : m_links.actors[static_cast<std::size_t>(-1 - end)];
    };
    const std::vector<BoundaryIndex> from = actors(link.from);
    return std::ranges::any_of(actors(link.into), [&](BoundaryIndex boundary) {
        return boundary >= 0 && std::ranges::find(from, boundary) != from.end();
    });
}

std::optional<CrossingKind> WhatIf::kindOf(const WhatIfLink& link, const Plan* plan) const
{
    const auto isNobodys = [&](int end) { return end >= 0 && ownerOf(end, plan) < 0; };
    if (isNobodys(link.from) || isNobodys(link.into) || isInside(link, plan))
        return std::nullopt;
    const BoundaryIndex into =
        link.into >= 0 ? ownerOf(link.into, plan)
                       : m_links.actors[static_cast<std::size_t>(-1 - link.into)].front();
    const bool published = link.published || m_shared[static_cast<std::size_t>(into)];
    if (published && link.kind == CrossingKind::Read)
        return CrossingKind::ContractRead;
    if (published && link.kind == CrossingKind::ReadGrant)
        return std::nullopt;
    return link.kind;
}

CrossingDelta WhatIf::move(const std::vector<TableId>& tables,
                           std::optional<BoundaryIndex> into) const
{
    CrossingDelta delta;
    delta.beforeByKind.resize(crossingKindCount);
    delta.afterByKind.resize(crossingKindCount);
    const Plan plan = planOf(tables, into);
    for (const int position : linksTouching(plan)) {
        const WhatIfLink& link = m_links.links[static_cast<std::size_t>(position)];
        const std::optional<CrossingKind> before = kindOf(link, nullptr);
        const std::optional<CrossingKind> after = kindOf(link, &plan);
        if (before) {
            ++delta.before;
            ++delta.beforeByKind[static_cast<std::size_t>(*before)];
            delta.resolved += isInside(link, &plan) ? 1 : 0;
        }
        if (after) {
            ++delta.after;
            ++delta.afterByKind[static_cast<std::size_t>(*after)];
            delta.added += before ? 0 : 1;
        }
    }
    return delta;
}

} // namespace cadastre

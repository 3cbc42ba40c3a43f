// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/similar_tables.h"

#include <algorithm>
#include <cmath>

namespace cadastre {

namespace {

/// Of many tables with the very same columns these are enough to propose one.
constexpr std::size_t enoughCandidates = 200;

double sharedColumns(const QSet<QString>& a, const QSet<QString>& b)
{
    const auto common = static_cast<double>(
        std::ranges::count_if(a, [&](const QString& name) { return b.contains(name); }));
    const auto all = static_cast<double>(a.size() + b.size()) - common;
    return all > 0 ? common / all : 0;
}

} // namespace

QSet<QString> columnNamesOf(const Catalog& catalog, TableId id)
{
    QSet<QString> names;
    for (const Column& column : catalog.columnsOf(id))
        names.insert(column.name);
    return names;
}

void SimilarTables::add(int table, QSet<QString> columns)
{
    for (const QString& column : columns)
        m_byColumn[column].push_back(static_cast<int>(m_tables.size()));
    m_tables.emplace_back(table, std::move(columns));
}

std::vector<std::pair<int, double>> SimilarTables::similarTo(const QSet<QString>& columns) const
{
    std::vector<std::pair<int, double>> similar;
    for (const int candidate : candidatesFor(columns)) {
        const auto& [table, others] = m_tables[candidate];
        const double share = sharedColumns(columns, others);
        if (share >= similarTables)
            similar.emplace_back(table, share);
    }
    return similar;
}

/// A similar table has one of any columns of this one that are more than those which may differ:
/// the rarest ones are looked up.
std::vector<int> SimilarTables::candidatesFor(const QSet<QString>& columns) const
{
    std::vector<std::pair<qsizetype, QString>> byRarity;
    for (const QString& column : columns) {
        const auto found = m_byColumn.constFind(column);
        byRarity.emplace_back(found == m_byColumn.constEnd() ? 0 : found->size(), column);
    }
    std::ranges::sort(byRarity);
    const auto count = static_cast<double>(columns.size());
    const auto mayDiffer = static_cast<std::size_t>(count - std::ceil(similarTables * count));
    std::vector<int> candidates;
    for (std::size_t i = 0; i < byRarity.size() && i <= mayDiffer; ++i) {
        const QList<int> tables = m_byColumn.value(byRarity[i].second);
        for (qsizetype j = 0; j < tables.size() && candidates.size() < enoughCandidates; ++j)
            candidates.push_back(tables[j]);
    }
    std::ranges::sort(candidates);
    const auto repeated = std::ranges::unique(candidates);
    candidates.erase(repeated.begin(), repeated.end());
    return candidates;
}

} // namespace cadastre

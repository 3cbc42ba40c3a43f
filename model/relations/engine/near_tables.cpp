// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A table that is among the nearest and shares so many leading words with the child is among those
// of fewest words that share as many: all before it there are as near. See the header.
#include "model/relations/engine/near_tables.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr std::size_t shortestRemembered = 32; ///< shorter lists are looked at as a whole
constexpr int sameSchemaIsNearer = 32;
constexpr int sharedWordIsNearer = 16;
constexpr int everySchema = -1;

quint64 mixed(quint64 hash, int number)
{
    hash = (hash ^ static_cast<quint64>(number + 2)) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

std::vector<int> positionsOf(std::vector<std::pair<int, int>> ranked, std::size_t limit)
{
    const auto count = static_cast<std::ptrdiff_t>(std::min(limit, ranked.size()));
    std::ranges::partial_sort(ranked, ranked.begin() + count);
    std::vector<int> positions;
    for (std::ptrdiff_t i = 0; i < count; ++i)
        positions.push_back(ranked[static_cast<std::size_t>(i)].second);
    return positions;
}

} // namespace

NearTables::NearTables(const SchemaProfile& profile)
{
    m_places.reserve(profile.tables.size());
    for (std::size_t i = 0; i < profile.tables.size(); ++i) {
        const std::vector<int>& words = profile.tables[i].words;
        m_places.push_back({profile.catalog->objects().tables[i].schema.index,
                            static_cast<int>(m_words.size()), static_cast<int>(words.size())});
        m_words.insert(m_words.end(), words.begin(), words.end());
    }
}

std::span<const int> NearTables::wordsOf(const Place& place) const
{
    return std::span(m_words).subspan(static_cast<std::size_t>(place.firstWord),
                                      static_cast<std::size_t>(place.wordCount));
}

int NearTables::distance(const Place& child, const Place& table) const
{
    int near = child.schema == table.schema ? sameSchemaIsNearer : 0;
    const std::span<const int> ours = wordsOf(child);
    const std::span<const int> theirs = wordsOf(table);
    const std::size_t shared = std::min(ours.size(), theirs.size());
    for (std::size_t i = 0; i < shared && ours[i] == theirs[i]; ++i)
        near += sharedWordIsNearer;
    return table.wordCount - near;
}

void NearTables::remember(quint64 list, std::span<const TableId> tables)
{
    if (tables.size() < shortestRemembered)
        return;
    std::vector<int> positions(tables.size());
    for (std::size_t i = 0; i < positions.size(); ++i)
        positions[i] = static_cast<int>(i);
    const auto placeAt = [&](int position) -> const Place& {
        return m_places[static_cast<std::size_t>(tables[static_cast<std::size_t>(position)].index)];
    };
    std::ranges::stable_sort(positions, {}, [&](int at) { return placeAt(at).wordCount; });
    for (const int position : positions) {
        const Place& place = placeAt(position);
        quint64 lead = list;
        for (int depth = 0;; ++depth) {
            for (const int schema : {everySchema, place.schema}) {
                auto& shortest = m_shortest[mixed(lead, schema)];
                if (shortest.size() < mostWanted)
                    shortest.push_back(position);
            }
            if (depth == place.wordCount)
                break;
            lead = mixed(lead, wordsOf(place)[static_cast<std::size_t>(depth)]);
        }
    }
}

NearTables::Ranked NearTables::remembered(quint64 list, std::span<const TableId> tables,
                                          const Place& child, std::size_t limit) const
{
    Ranked ranked;
    const auto placeAt = [&](int position) -> const Place& {
        return m_places[static_cast<std::size_t>(tables[static_cast<std::size_t>(position)].index)];
    };
    const auto add = [&](const std::vector<int>& positions) {
        for (const int position : positions)
            ranked.emplace_back(distance(child, placeAt(position)), position);
    };
    quint64 lead = list;
    for (int depth = 0;; ++depth) {
        const auto any = m_shortest.constFind(mixed(lead, everySchema));
        if (any == m_shortest.constEnd())
            break;
        const auto own = m_shortest.constFind(mixed(lead, child.schema));
        const bool hasOwn = own != m_shortest.constEnd();
        if (hasOwn)
            add(*own);
        // enough of the own schema, none of them so long that another schema's could be nearer
        const bool enough = hasOwn && own->size() >= limit &&
                            placeAt((*own)[limit - 1]).wordCount <= sameSchemaIsNearer;
        if (!enough)
            add(*any);
        if (depth == child.wordCount)
            break;
        lead = mixed(lead, wordsOf(child)[static_cast<std::size_t>(depth)]);
    }
    std::ranges::sort(ranked);
    ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
    return ranked;
}

std::vector<int> NearTables::nearest(quint64 list, std::span<const TableId> tables, TableId child,
                                     std::size_t limit) const
{
    if (tables.size() < shortestRemembered)
        return nearest(tables, child, limit);
    const Place& place = m_places[static_cast<std::size_t>(child.index)];
    return positionsOf(remembered(list, tables, place, limit), limit);
}

std::vector<int> NearTables::nearest(std::span<const TableId> tables, TableId child,
                                     std::size_t limit) const
{
    const Place& place = m_places[static_cast<std::size_t>(child.index)];
    Ranked ranked;
    ranked.reserve(tables.size());
    for (std::size_t i = 0; i < tables.size(); ++i)
        ranked.emplace_back(distance(place, m_places[static_cast<std::size_t>(tables[i].index)]),
                            i);
    return positionsOf(std::move(ranked), limit);
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// NearTables: which tables of a list are nearest to one: those of its schema and module, and with
// short names. Long lists are asked for each column of a catalog, so the best of each schema and
// module are remembered. Which tables stand in a list lives in name_index.h.
#pragma once

#include "model/relations/profile/schema_profile.h"

#include <span>

namespace cadastre {

class NearTables
{
public:
    static constexpr std::size_t mostWanted = 12;

    explicit NearTables(const SchemaProfile& profile);

    /// Prepares a long list, so that nearest() does not look at all of it. `list` is its number.
    void remember(quint64 list, std::span<const TableId> tables);

    /// Positions in a list of at most `limit` (mostWanted at most) tables, nearest first, at the
    /// same distance by position. `tables` are those that were remembered, if any were.
    [[nodiscard]] std::vector<int> nearest(quint64 list, std::span<const TableId> tables,
                                           TableId child, std::size_t limit) const;
    /// The same without a list that is remembered.
    [[nodiscard]] std::vector<int> nearest(std::span<const TableId> tables, TableId child,
                                           std::size_t limit) const;

private:
    using Ranked = std::vector<std::pair<int, int>>; ///< distance, position

    struct Place
    {
        int schema = -1;
        int firstWord = 0; ///< index into m_words
        int wordCount = 0;
    };

    [[nodiscard]] std::span<const int> wordsOf(const Place& place) const;
    [[nodiscard]] int distance(const Place& child, const Place& table) const;
    [[nodiscard]] Ranked remembered(quint64 list, std::span<const TableId> tables,
                                    const Place& child, std::size_t limit) const;

    std::vector<Place> m_places; ///< by table
    std::vector<int> m_words;
    /// Of a list, a schema (or all) and leading words: positions of those with the fewest words.
    QHash<quint64, std::vector<int>> m_shortest;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What if: how crossings change when objects move into another boundary, fast enough for every step
// of a drag.
#pragma once

#include "model/boundaries/crossings.h"

namespace cadastre {

struct CrossingDelta
{
    int before = 0; ///< crossings that touch the moved tables now
    int after = 0;
    int resolved = 0; ///< of those before, how many are inside one boundary afterwards
    int added = 0;
    std::vector<int> beforeByKind; ///< crossingKindCount entries
    std::vector<int> afterByKind;

    bool operator==(const CrossingDelta&) const = default;
};

/// What moves between tables, prepared once per catalog and document: every relationship, use and
/// grant that has an end in a table, whether it crosses or not.
class WhatIf
{
public:
    WhatIf() = default;
    explicit WhatIf(const BoundaryFacts& facts);

    /// Tables moved into a boundary (absent: to nobody). Linear in what touches these tables.
    [[nodiscard]] CrossingDelta move(const std::vector<TableId>& tables,
                                     std::optional<BoundaryIndex> into) const;

private:
    struct Link
    {
        CrossingKind kind = CrossingKind::ForeignKey;
        int from = 0; ///< a table, or -1 - boundary of what has no table
        int into = 0; ///< table
    };
    std::vector<Link> m_links;
    std::vector<int> m_offsets; ///< by table
    std::vector<int> m_linksOf;
    std::vector<BoundaryIndex> m_owners;
};

} // namespace cadastre

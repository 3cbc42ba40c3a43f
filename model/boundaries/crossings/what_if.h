// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What if: how crossings change when objects move into another boundary, fast enough for every step
// of a drag.
#pragma once

#include "model/boundaries/crossings/crossings.h"

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

/// What may cross, whether it does now or not.
struct WhatIfLink
{
    CrossingKind kind = CrossingKind::ForeignKey; ///< Read stands for ContractRead, too
    /// A table, or -1 - position in WhatIfLinks::actors of what has no table.
    int from = 0;
    int into = 0;
    bool published = false; ///< `into` is a contract or a replica

    auto operator<=>(const WhatIfLink&) const = default;
};

/// Everything that has an end in a table.
struct WhatIfLinks
{
    std::vector<WhatIfLink> links;
    /// The boundaries of routines, types, roles and the like: one, for roles one or more.
    std::vector<std::vector<BoundaryIndex>> actors;
};
WhatIfLinks whatIfLinks(const BoundaryFacts& facts);

/// What moves between tables, prepared once per catalog and document: every relationship, use and
/// grant that has an end in a table, whether it crosses or not.
class WhatIf
{
public:
    WhatIf() = default;
    explicit WhatIf(const BoundaryFacts& facts);

    /// Tables moved into a boundary (absent: to nobody). Partitions that follow their parent move
    /// with it. Linear in what touches these tables.
    [[nodiscard]] CrossingDelta move(const std::vector<TableId>& tables,
                                     std::optional<BoundaryIndex> into) const;

private:
    /// Where moved tables would be.
    struct Plan
    {
        std::vector<int> tables; ///< ascending, each once
        BoundaryIndex into = -1;
    };
    [[nodiscard]] Plan planOf(const std::vector<TableId>& tables,
                              std::optional<BoundaryIndex> into) const;
    [[nodiscard]] std::vector<int> linksTouching(const Plan& plan) const;
    [[nodiscard]] BoundaryIndex ownerOf(int table, const Plan* plan) const;
    [[nodiscard]] bool isInside(const WhatIfLink& link, const Plan* plan) const;
    /// Absent when it does not cross.
    [[nodiscard]] std::optional<CrossingKind> kindOf(const WhatIfLink& link,
                                                     const Plan* plan) const;

    WhatIfLinks m_links;
    std::vector<int> m_offsets; ///< by table
    std::vector<int> m_linksOf;
    std::vector<BoundaryIndex> m_owners;
    std::vector<bool> m_shared;                   ///< by boundary
    std::vector<std::pair<int, int>> m_followers; ///< table and what moves with it, ascending
};

} // namespace cadastre

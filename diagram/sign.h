// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Sign: the small pictures of the diagram as outlines, so that raster and vector paint the same.
// What a sign stands for in a table is the draw list's matter.
#pragma once

#include <QPainterPath>

#include <cstdint>

namespace cadastre {

enum class Sign : std::uint8_t {
    Table,
    PartitionedTable,
    View,
    MaterializedView,
    ForeignTable,
    VirtualTable,
    UnknownTable,
    PrimaryKey,
    ForeignKey,
    Unique,
    Generated,
    Nullable,
    ActsOnItsOwn,
    Warning,
    FoldedTables,
    Unfold,
};
inline constexpr int signCount = static_cast<int>(Sign::Unfold) + 1;

struct SignOutline
{
    QPainterPath stroke; ///< in a 16 by 16 square, y down; drawn with a round pen 1.5 wide
    QPainterPath fill;
};

const SignOutline& signOutline(Sign sign);
/// "primary-key": for ids and golden files.
QLatin1String signName(Sign sign);
/// "Primary key": for the legend.
QString signMeaning(Sign sign);

} // namespace cadastre

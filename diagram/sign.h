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
    Staged, ///< of tables and rows: an edit of the comment waits to be written
    NewTable, ///< since what was read before, like the next one
    AlteredTable,
    Unfold,
    Confirmed, ///< on lines, like those that follow
    Added,
    Rejected,
    OneOfSeveral,  ///< where the lines of a polymorphic reference part
    KindOf,        ///< each child row is a kind of parent row
    OtherDatabase, ///< the line leads into another source
    Gate,          ///< where a line leaves the region of a boundary
    UndecidedGate, ///< the same, where the crossing has to be decided or may not be
    Undecided,     ///< the same beside a count
    Contract,      ///< of tables, like the next one
    Replica,
    Service, ///< of regions, like those that follow
    Module,
    SharedBoundary,
    External,
    Unowned,
};
inline constexpr int signCount = static_cast<int>(Sign::Unowned) + 1;

struct SignOutline
{
    QPainterPath stroke; ///< in a 16 by 16 square, y down; drawn with a round pen 1.5 wide
    QPainterPath fill;
    QPainterPath hollow; ///< filled with the background before anything else: hides a line below
};

const SignOutline& signOutline(Sign sign);
/// "primary-key": for ids and golden files.
QLatin1String signName(Sign sign);
/// "Primary key": for the legend.
QString signMeaning(Sign sign);

} // namespace cadastre

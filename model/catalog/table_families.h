// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Table families: tables that are shown as part of another one: partitions, and copies that a
// person or a migration tool left behind. Names alone never fold: a copy must have most of the
// columns of its representative.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

enum class TableFamilyRule : std::uint8_t {
    Partition, ///< of its parent, whatever the depth
    Shadow,    ///< keeps the data of a virtual table: docs_content of docs
    Year,      ///< orders_2019, orders_2019_03, orders_y2019m03, orders_20190301
    Backup,    ///< orders_bak, x_backup_20200101, bak_orders, zz_orders_old2
    Migration, ///< _x_new, _x_old, _x_gho, _x_ghc, _x_del, x_new: what online schema changes leave
    Copy,      ///< x_copy, x_copy1, copy_of_x, x_tmp
};

struct FamilyMember
{
    TableId table;
    TableFamilyRule rule = TableFamilyRule::Partition;

    bool operator==(const FamilyMember&) const = default;
};

struct TableFamily
{
    TableId representative;
    std::vector<FamilyMember> members; ///< without the representative, by id

    bool operator==(const TableFamily&) const = default;
};

/// The families of at least one member, by representative. A table is a member of at most one
/// family, and a representative is never a member of another.
std::vector<TableFamily> tableFamilies(const Catalog& catalog);

/// "partition", "backup copy", ... for people.
QString tableFamilyRuleName(TableFamilyRule rule);

} // namespace cadastre

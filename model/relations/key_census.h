// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What identifies the rows of tables: numbers, uuids, texts, several columns, nothing; counted over
// a catalog. How it looks in a picture lives in the lens.
#pragma once

#include "model/relations/type_families.h"

namespace cadastre {

enum class TableKey : std::uint8_t {
    Number,
    Uuid,
    Text,
    Binary,
    Other,         ///< one column of another type
    Composite,     ///< several columns
    None,          ///< no primary key
    NotApplicable, ///< a view
};

inline constexpr int tableKeyCount = static_cast<int>(TableKey::NotApplicable) + 1;

TableKey tableKeyOf(const Catalog& catalog, TableId table);
/// "number", "several columns", "no primary key", ...
QString tableKeyName(TableKey key);

struct TableKeyCount
{
    TableKey key = TableKey::Number;
    int tables = 0;

    bool operator==(const TableKeyCount&) const = default;
};

/// A type of single-column keys as the engine writes it.
struct KeyTypeUse
{
    QString type;
    int tables = 0;

    bool operator==(const KeyTypeUse&) const = default;
};

struct KeyCensus
{
    std::vector<TableKeyCount> keys; ///< those that occur, in the order of TableKey; no views
    std::vector<KeyTypeUse> types;   ///< most frequent first

    bool operator==(const KeyCensus&) const = default;
};

/// Partitions are counted with their parent, not on their own.
KeyCensus keyCensus(const Catalog& catalog);

} // namespace cadastre

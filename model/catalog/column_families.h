// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Column families: how a table of very many columns is shown in few rows. Columns that clearly
// belong together (a shared prefix, numbered repeats, flags, timestamps, audit columns) become one
// entry. Nothing here decides which columns exist or what they mean.
#pragma once

#include "model/catalog/catalog.h"

#include <QSet>

namespace cadastre {

enum class ColumnFamilyKind : std::uint8_t {
    Single,   ///< not folded
    Prefix,   ///< billing_street, billing_city, ...; also billingStreet, BillingStreet
    Numbered, ///< address_2, address_3, address_4; also line1, line2
    Flags,    ///< is_..., has_..., booleans, flag7
    Timestamps,
    Audit, ///< created_by, updated_at, ...
    More,  ///< what is still too much after all that
};

/// One row of a folded table.
struct ColumnEntry
{
    ColumnFamilyKind kind = ColumnFamilyKind::Single;
    QString name; ///< column name, or "billing_… (12)", "address_2…4", "flags (9)"
    std::vector<ColumnId> columns; ///< one, or at least two; in table order

    bool operator==(const ColumnEntry&) const = default;
};

/// Tables of more columns than this open folded.
constexpr int columnsShownUnfolded = 40;

/// The rows of a table, in the order of each entry's first column; `More` is last. Columns of
/// `alwaysShown` stand on their own. The others are folded as far as they clearly belong together,
/// each by the first of these that takes it: audit columns (at least 2), flags by name (3),
/// numbered repeats (2), a shared prefix (4), timestamps (3), the remaining booleans (3).
/// Deterministic.
std::vector<ColumnEntry> foldColumns(const Catalog& catalog, TableId table,
                                     const QSet<ColumnId>& alwaysShown);

/// Every column on its own.
std::vector<ColumnEntry> unfoldedColumns(const Catalog& catalog, TableId table);

} // namespace cadastre

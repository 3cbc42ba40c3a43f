// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which tables take part in inference: copies, partitions, views and what belongs to the engine
// stay out, so that a hundred backups of one table do not propose everything a hundred times.
// What a family of tables is lives in model/catalog/table_families.h.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

struct InferenceScope
{
    /// By index of table: whether it is looked at, as child and as parent.
    std::vector<bool> takesPart;
    /// By index of table: the table that stands for it; itself when it is no copy.
    std::vector<TableId> representatives;
    /// What was left out and why, a sentence each: per family with at least one member, by
    /// representative; then views, tables of the engine, tables without columns.
    QStringList skipped;

    [[nodiscard]] bool includes(TableId table) const { return takesPart[table.index]; }
    /// The table whose relationships also hold for this copy; itself when it is no copy.
    [[nodiscard]] TableId representativeOf(TableId table) const
    {
        return representatives[table.index];
    }
    bool operator==(const InferenceScope&) const = default;
};

/// Linear in tables and in the columns of possible copies.
InferenceScope inferenceScope(const Catalog& catalog);

/// The column of `table` that has the name of a column of its representative, letter case aside;
/// absent where the copy lacks it. Shows an inferred relationship at a folded copy.
std::optional<ColumnId> columnOfCopy(const Catalog& catalog, ColumnId ofRepresentative,
                                     TableId copy);

} // namespace cadastre

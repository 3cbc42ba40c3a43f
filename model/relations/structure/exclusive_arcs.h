// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Exclusive arcs: several nullable references of one table of which a CHECK says that exactly one
// is set. Which columns exclude each other is read from checks elsewhere (sql/check_lists.h).
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

/// An arc that has at least two references.
struct ExclusiveArc
{
    int number = 0; ///< Relationship::arc of its members; from 0 on, in the order of the sets
    TableId child;
    std::vector<ColumnId> columns; ///< all columns of the check, also those that refer nowhere
    std::vector<std::size_t> references; ///< indexes into the relationships, by column
    QString sentence; ///< "A check says that exactly one of `invoice_id`, `payment_id` is set."

    bool operator==(const ExclusiveArc&) const = default;
};

/// Sets `arc` on the relationships of each of the `sets` (exclusiveSets()), and adds the sentence
/// to their evidence ("exclusive-arc", weight 0 for declared and decided ones). Of several inferred
/// relationships of one column the most probable one takes part; rejected and polymorphic ones
/// never. Columns that stand in two sets belong to the first. Returns the arcs.
std::vector<ExclusiveArc> markExclusiveArcs(const Catalog& catalog,
                                            const std::vector<std::vector<ColumnId>>& sets,
                                            std::vector<Relationship>& relationships);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What columns could point at when a person chooses: alternatives of the inference first, then keys
// of tables, then any column that is asked for by name.
#pragma once

#include "model/notes/object_names.h"
#include "model/relations/relationship.h"

namespace cadastre {

struct TargetChoice
{
    RelationshipTarget target;
    /// Probability where inference has considered it.
    std::optional<double> confidence;
    bool isKey = false;    ///< primary or unique: each value stands for one row
    bool sameType = false; ///< all columns have the type of their counterpart

    bool operator==(const TargetChoice&) const = default;
};

/// Targets for the child columns of `relationship` that fit `text` (letters of "table.column";
/// empty for all), best first, at most `limit`. The child columns themselves and the
/// proposed target are left out; columns that are no key are only there when `text` is not empty.
/// `relationship` needs no target. `names` of the same catalog are found, too.
std::vector<TargetChoice> targetChoices(const Catalog& catalog, const Relationship& relationship,
                                        const QString& text, int limit = 200,
                                        const ObjectNames& names = {});

} // namespace cadastre

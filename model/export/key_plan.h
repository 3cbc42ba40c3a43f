// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What it takes to declare one relationship as a foreign key: the pairs in the order of the
// parent's key, whether the child's index is missing, or why no engine would take it. Statements
// are written elsewhere.
#pragma once

#include "model/relations/verification.h"

namespace cadastre {

struct KeyPlan
{
    TableId child;
    std::vector<ColumnId> childColumns; ///< in the order of the parent's key
    TableId parent;
    std::vector<ColumnId> parentColumns;
    bool needsIndex = false;
    QString obstacle;        ///< one sentence; empty when the key can be declared
    qint64 rowsInTheWay = 0; ///< rows that a check with data found without a parent
    qint64 rowsLookedAt = 0; ///< by that check
};

/// For a relationship with one resolved target. `verification` is null when nobody looked.
KeyPlan keyPlan(const Catalog& catalog, const Relationship& relationship,
                const Verification* verification);

} // namespace cadastre

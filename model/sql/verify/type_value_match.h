// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which value of a type column means which target, where the relationship was named without looking
// at the data. How the values are read lives in relationship_check.
#pragma once

#include "model/catalog/catalog.h"
#include "model/relations/relationship.h"

#include <QStringList>

namespace cadastre {

/// The relationship with the type values that the data has: a target keeps its own where the data
/// has it; else it takes the one value that is the same word ("Order", "App\Models\Order" and
/// "orders" for the table orders). Unclear ones stay as they are.
Relationship withTypeValuesOfData(const Catalog& catalog, Relationship relationship,
                                  const QStringList& values);

} // namespace cadastre

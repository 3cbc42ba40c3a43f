// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// In which order changes are told: by source, schema and table, what a table holds behind it.
#pragma once

#include "model/diff/comparison.h"

namespace cadastre {

/// What went stands where it was, under the names that its owners have now.
void sortChanges(const Comparison& all, std::vector<ObjectChange>& changes);

/// What an object stands in, as far as it comes and goes with it: a sequence that was made for a
/// column stands in that column. An object that stands in nothing is its own owner.
ObjectRef ownerOf(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Boundaries that exist in comments only: a database whose tables say `@owner billing` has a
// boundary billing, whether or not somebody has drawn it. What a single note says lives in
// boundary_notes.h.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/catalog/catalog.h"

namespace cadastre {

/// With a boundary for every `@owner` of a schema, table or view that names neither a boundary nor
/// the owner of one; letter case aside. They have no members: the notes say who belongs to them.
Boundaries withOwnerNotes(const Boundaries& boundaries, const Catalog& catalog);

} // namespace cadastre

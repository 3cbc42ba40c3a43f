// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Parts of the check that are not about single crossings: what was not read, and what the document
// knows but the catalog has no more.
#pragma once

#include "model/boundaries/crossings/boundary_check.h"

namespace cadastre {

/// Rule crossings-not-read: kinds of objects that were not (wholly) read and could cross.
std::vector<BoundaryFinding> unreadFindings(const Catalog& catalog);

/// Whether a crossing that is not found is really gone: false where its source is not in the
/// catalog, or where the objects that could cross so were not all read.
bool canBeKnown(const Catalog& catalog, const CrossingKey& key);

/// Fills `gone` and `goneDecisions` from the crossings of the check.
void findGone(const Catalog& catalog, const Boundaries& boundaries, BoundaryCheck& check);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which report of a source speaks about an object, and what was left out on purpose: for thinking
// that concludes something from what is not there.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// The kind that reports objects of this one; `Unknown` for those without a vector of their own.
CatalogKind catalogKindOf(ObjectKind kind);
/// The same of one object, whatever its kind.
CatalogKind catalogKindOf(const Catalog& catalog, ObjectRef object);
/// The same of what a key names; tables where the kind of the key has no report.
CatalogKind catalogKindOf(KeyKind kind);

/// How many objects a scope chosen by a person leaves out.
int leftOutOfScope(const Source& source);

} // namespace cadastre

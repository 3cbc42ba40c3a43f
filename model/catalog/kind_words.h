// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What an object is called by its kind, in the field's terms: the same in panels, reports and
// differences. Words of queries and of keys live with these. The words are English; the window
// translates them in the context "cadastre::KindWords".
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// "procedure", "aggregate function", ... in lower case, for people.
QString routineKindName(RoutineKind kind);
/// "enum type", "domain", ... in lower case, for people.
QString typeKindName(TypeKind kind);
/// "database", "materialized view", "unique constraint", "window function", "sequence", ... in
/// lower case, for people.
QString objectKindName(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

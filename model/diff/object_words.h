// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is said of one changed object: its kind, what it was or is, and what it means that it came,
// went or is altered.
#pragma once

#include "model/diff/difference.h"

namespace cadastre {

/// With kind, area, name and keys; what it means is said by the functions below.
ObjectChange objectChange(const Catalog& catalog, ObjectRef object, ChangeSign sign);

void describeAdded(const Catalog& after, ObjectRef object, ObjectChange& change);
void describeRemoved(const Catalog& before, ObjectRef object, ObjectChange& change);
/// From its properties and its new name.
void describeAltered(ObjectChange& change);

RelationshipChange relationshipChange(const Catalog& catalog, ConstraintId key, bool isAdded);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One line about an object and what is in it, for what came or went as a whole.
#pragma once

#include "model/diff/difference.h"

namespace cadastre {

/// "integer NOT NULL", "12 columns, 2 constraints"; may be empty.
QString objectSummary(const Catalog& catalog, ObjectRef object);
/// What stands in it, each as a property that is there now ("column id", "integer NOT NULL").
std::vector<PropertyChange> memberProperties(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

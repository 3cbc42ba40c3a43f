// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What objects and reasons of an impact are called in sentences.
#pragma once

#include "model/boundaries/impact/impact.h"

namespace cadastre {

/// "view support.v_customer_360", "foreign key a_fkey on shop.a", "rule r of shop.t".
QString impactSubject(const Catalog& catalog, ObjectRef object);

/// "reads", "has a foreign key to", ...: between the names of the dependent and of what it uses.
QString impactReasonWords(ImpactReason reason);

} // namespace cadastre

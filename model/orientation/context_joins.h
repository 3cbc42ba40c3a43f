// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The joins of a context: exact conditions with how sure they are. Nothing about single tables.
#pragma once

#include "model/orientation/context.h"

namespace cadastre {

/// One line without its indent: `join customers on orders.customer_id = customers.id ; declared`.
/// One per target; a type value that names no table is said.
QStringList joinLines(const Catalog& catalog, const Relationship& relationship);

} // namespace cadastre

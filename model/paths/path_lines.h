// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Ways between the same tables as lines of a list, told apart by what differs: what they go
// through. The whole way is JoinPath::sentence.
#pragma once

#include "model/paths/join_path.h"

namespace cadastre {

/// "via invoices, payments · 3 joins, 1 inferred (0.99)"; "directly by product_id · inferred
/// (0.97)". Ways through the same tables say by which columns, too. One line per path.
QStringList pathLines(const Catalog& catalog, const std::vector<JoinPath>& paths);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The conditions by which views leave out deleted rows, for a context. How they are found lives in
// model/paths/soft_deletes.
#pragma once

#include "model/orientation/context.h"

#include <atomic>

namespace cadastre {

/// By table and column; names as a statement of the table's engine writes them.
std::vector<LiveCondition> liveConditions(const Catalog& catalog,
                                          const std::atomic_bool& cancelled);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FlowPulls: what a write to some tables sets off elsewhere: triggers, cascades and keys that are
// checked. What that means for a flow is told in flow_check.cpp.
#pragma once

#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

/// One sentence per effect, by text. Effects of effects are followed: a trigger's write runs the
/// triggers of the table that it writes. Deleting, changing and adding rows are not told apart.
std::vector<QString> flowPulls(const BoundaryFacts& facts, const std::vector<TableId>& tables);

} // namespace cadastre

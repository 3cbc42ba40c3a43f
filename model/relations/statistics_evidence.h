// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the server's statistics say for or against one column pointing at another, as one piece of
// evidence. Reading statistics lives in model/sql/verify.
#pragma once

#include "model/relations/column_statistics.h"
#include "model/relations/relationship.h"

namespace cadastre {

/// Bounds of the child within the parent's range and common values within it (number and date
/// columns, the sentinels 0 and -1 left out), distinct values of the child against rows of the
/// parent, and a child that is always null. The weight is a log odds between -2 and 1.5: orphans
/// and archived parents push true references out of range, so it is never a veto. Signal
/// "statistics". Absent when the server knows nothing that can be compared.
std::optional<Evidence> statisticsEvidence(const Catalog& catalog,
                                           const StatisticsByColumn& statistics,
                                           ColumnId childColumn, ColumnId parentColumn);

} // namespace cadastre

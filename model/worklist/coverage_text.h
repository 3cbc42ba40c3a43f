// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The state of a database's comments as text: how much is documented, by group, and what to
// document next. For `cadastre comments status`; the same facts, the same bytes.
#pragma once

#include "model/worklist/worklist.h"

namespace cadastre {

struct CommentStatusOptions
{
    int entries = 20; ///< of the worklist; 0: none
};

/// A table of coverage (whole, by schema; by boundary, owner and convention where there are any),
/// then the worklist's heaviest entries with their reasons and the number of the others.
QString commentStatusText(const WorklistFacts& facts, const CommentStatusOptions& options = {});

/// "12 of 50 (24 %)"; "none" where there is nothing to comment.
QString coverageShare(int commented, int all);

/// Commented objects of all; objects of every kind count the same.
int commentedOf(const Coverage& coverage);
int objectsOf(const Coverage& coverage);
/// Whole percents, cut: only what is complete is 100; absent where there is nothing.
std::optional<int> coveragePercent(const Coverage& coverage);

} // namespace cadastre

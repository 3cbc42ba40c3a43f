// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How crossings are written where room is short: a letter for each kind, an icon for each state,
// and what a choice costs in a sentence. Titles of kinds and states are model/boundaries'.
#pragma once

#include "model/boundaries/crossings/crossing_state.h"

#include <QIcon>

namespace cadastre {

/// One capital letter for each kind, all different.
QString crossingKindSign(CrossingKind kind);
/// "F Foreign key · R Reads a private object": the kinds that occur in `byKind`.
QString crossingSignLegend(const std::vector<int>& byKind);
/// "F2 R5 W1".
QString crossingSignCounts(const std::vector<int>& byKind);
QIcon crossingStateIcon(CrossingState state);
/// What becomes better and what becomes worse: one line.
QString crossingChoiceCost(CrossingChoice choice);
inline constexpr int crossingChoiceCount = 5;

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Choosing among what was proposed for a column: the schema's habits are added, other schemas left
// out where the own one is meant, and only the most promising kept. Proposing lives in
// candidates.h.
#pragma once

#include "model/relations/engine/candidate.h"

namespace cadastre {

struct Habits;

/// `proposals` as CandidateMaker::proposals() makes them, with matches; the result is by key.
/// `habits` of a first pass add what columns of the same name do elsewhere; null in that pass.
ColumnCandidates chosenCandidates(const SchemaProfile& profile, ColumnCandidates proposals,
                                  const Habits* habits);

} // namespace cadastre

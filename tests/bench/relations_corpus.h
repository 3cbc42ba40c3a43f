// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Figures of inference on schemas with known truth, each with weights that were fitted without it.
#pragma once

#include "tests/bench/bench.h"

namespace cadastre::bench {

void printCorpusFigures(const BenchOptions& options);

} // namespace cadastre::bench

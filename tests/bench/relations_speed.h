// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What inference costs, whole and by its steps, on one thread.
#pragma once

#include "tests/bench/bench.h"

namespace cadastre::bench {

void printSpeed(const BenchOptions& options);

} // namespace cadastre::bench

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether inference stays right as a schema grows: large schemas without a declared key, made for
// it.
#pragma once

#include "tests/bench/bench.h"

namespace cadastre::bench {

void printGrowth(const BenchOptions& options);

} // namespace cadastre::bench

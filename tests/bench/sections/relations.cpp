// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How right inferred relationships are, on a corpus that the caller names and on large schemas made
// for it, and what finding them costs. Each of the three lives in a file of its own.
#include "tests/bench/relations_corpus.h"
#include "tests/bench/relations_growth.h"
#include "tests/bench/relations_speed.h"

namespace cadastre {

BenchSection relationsSection()
{
    BenchSection section;
    section.name = QStringLiteral("relations");
    section.summary = QStringLiteral(
        "inferred relationships: right and wrong, time on one thread in milliseconds, memory");
    section.run = [](const bench::BenchOptions& options) {
        bench::printCorpusFigures(options);
        bench::printGrowth(options);
        bench::printSpeed(options);
    };
    return section;
}

} // namespace cadastre

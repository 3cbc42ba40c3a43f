// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the worklist's panel shows: the entries and the coverage of one catalog with what was staged
// then. Values only; who works them out lives in app/.
#pragma once

#include "model/worklist/coverage_text.h"

#include <array>

namespace cadastre {

struct WorklistState
{
    CommentedCatalog commented; ///< without a catalog: nothing is open
    std::vector<WorklistEntry> entries;
    /// By CoverageBy.
    std::array<std::vector<CoverageGroup>, 5> coverage;

    [[nodiscard]] const std::vector<CoverageGroup>& coverageBy(CoverageBy by) const
    {
        return coverage[static_cast<std::size_t>(by)];
    }
};

using WorklistStatePointer = std::shared_ptr<const WorklistState>;

/// Of facts: everything that the panel shows. `grouped` are the facts by which coverage is grouped:
/// owners that only notes name count there, too.
inline WorklistStatePointer worklistState(const WorklistFacts& facts, const WorklistFacts& grouped)
{
    auto state = std::make_shared<WorklistState>();
    state->commented = facts.commented;
    state->entries = worklist(facts);
    for (const CoverageBy by : {CoverageBy::Source, CoverageBy::Schema, CoverageBy::Boundary,
                                CoverageBy::Owner, CoverageBy::Convention})
        state->coverage[static_cast<std::size_t>(by)] = commentCoverage(grouped, by);
    return state;
}

} // namespace cadastre

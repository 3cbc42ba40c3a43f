// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which crossings are listed and under which headings: plain functions over a check.
#pragma once

#include "widgets/boundary_state.h"
#include "widgets/grouped_model.h"

namespace cadastre {

enum class CrossingGrouping : std::uint8_t { Pair, Kind, State, Object };

struct CrossingFilter
{
    bool onlyToDecide = true; ///< undecided, expired, forbidden
    std::optional<CrossingState> state;
    std::optional<CrossingKind> kind;
    std::optional<BoundaryIndex> from;
    std::optional<BoundaryIndex> into;
    QString text; ///< in the sentence, names included; letter case does not count

    bool operator==(const CrossingFilter&) const = default;
};

/// Positions in `check.crossings` that pass, ascending.
std::vector<int> filteredCrossings(const BoundaryState& state, const CrossingFilter& filter);
/// These under headings, in the order of the check.
std::vector<GroupedModel::Group> groupedCrossings(const BoundaryState& state,
                                                  const std::vector<int>& crossings,
                                                  CrossingGrouping grouping);
/// What a line of the list says, by role of GroupedModel.
QVariant crossingRowData(const BoundaryState& state, int crossing, int role,
                         CrossingGrouping grouping);
/// "support → ordering".
QString crossingPairText(const BoundaryState& state, BoundaryIndex from, BoundaryIndex into);
/// "support.v_customer_360 → ordering.customers".
QString crossingObjectsText(const BoundaryState& state, const Crossing& crossing);
/// "4 crossings are allowed. 3,115 are logical references, ...": why there is nothing to decide.
QString nothingToDecideText(const BoundaryCheck& check);
/// By CrossingState.
std::vector<int> crossingStateCounts(const BoundaryCheck& check);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a way through the schema costs: one per join, more for what is uncertain, for columns that
// say who did something, and for sharing a parent that everything shares. Whole hundredths, so that
// the same schema gives the same order everywhere.
#pragma once

#include "model/paths/join_graph.h"

namespace cadastre {

struct PathPreferences
{
    double minimumConfidence = 0.5; ///< weaker inferred relationships are no way at all
    bool avoidAuditColumns = true;  ///< a way through them only where nothing else joins

    bool operator==(const PathPreferences&) const = default;
};

inline constexpr int joinPrice = 100;

/// What a step costs beside joinPrice.
struct StepExtras
{
    int uncertainty = 0;
    int audit = 0;
    int types = 0;

    [[nodiscard]] int sum() const { return uncertainty + audit + types; }
};

StepExtras stepExtras(const JoinStep& step, const PathPreferences& preferences);

/// joinPrice and the extras.
int stepPrice(const JoinStep& step, const PathPreferences& preferences);

/// Whether the step may be walked at all.
bool isAllowed(const JoinStep& step, const PathPreferences& preferences);

/// What it costs to come from a child of this table and go on to another child: the two only share
/// a row of it, and the more tables refer to it, the less that says.
int sharedParentPrice(const JoinGraph& graph, TableId table);

/// "2.25", "3": a price for people and files.
QString priceText(int price);

} // namespace cadastre

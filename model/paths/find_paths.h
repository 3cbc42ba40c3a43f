// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How tables join: the cheapest paths between two, or the cheapest trees over up to six; and why
// there is none. Value in, value out; below a tenth of a second on 10,000 tables.
#pragma once

#include "model/paths/join_path.h"
#include "model/paths/path_prices.h"

#include <atomic>

namespace cadastre {

inline constexpr int mostJoinedTables = 6;

struct PathQuestion
{
    /// Two to six; two that are the same ask how a table joins itself. Further repeats count once.
    std::vector<TableId> tables;
    PathPreferences preferences;
    int alternatives = 5; ///< at most so many paths

    bool operator==(const PathQuestion&) const = default;
};

/// Why there is no path, and what a person could do.
struct NoPath
{
    QString why;  ///< one sentence or two
    QString hint; ///< one sentence; may be empty
    /// Where weaker inferred relationships would join them: from this confidence on.
    std::optional<double> confidence;

    bool operator==(const NoPath&) const = default;
};

struct PathAnswer
{
    std::vector<JoinPath> paths; ///< cheapest first
    std::optional<NoPath> none;  ///< where `paths` is empty, unless cancelled

    bool operator==(const PathAnswer&) const = default;
};

PathAnswer findPaths(const JoinGraph& graph, const PathQuestion& question,
                     const std::atomic_bool& cancelled);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SELECT statements that join tables along a path, in the dialect of their source, for people to
// copy: never run by the program. Which path it is, model/paths decides.
#pragma once

#include "model/paths/join_path.h"
#include "model/paths/soft_deletes.h"
#include "model/result.h"

namespace cadastre {

struct SelectOptions
{
    /// Rows of the first table stay where a partner may be missing (LEFT JOIN); else only whole
    /// rows are given (JOIN).
    bool keepRows = true;
    /// Conditions for the tables of the path; those of other tables are not used.
    std::vector<SoftDelete> softDeletes;
    std::optional<int> limit = 100;

    bool operator==(const SelectOptions&) const = default;
};

/// Inferred steps below this confidence are marked by a comment.
inline constexpr double unmarkedConfidence = 0.9;

/// One statement that ends in a semicolon and a line end. Fails for names that cannot be written.
Result<QString> selectAlong(const JoinGraph& graph, const JoinPath& path,
                            const SelectOptions& options);

/// The relationships of a path that point at several tables by a type column, each once; positions
/// in JoinGraph::relationships().
std::vector<int> polymorphicOf(const JoinGraph& graph, const JoinPath& path);

/// The rows that refer, each with what it points at whatever table that is: a LEFT JOIN over every
/// target under its condition, and one column that has the name of any of them.
Result<QString> selectAllTargets(const JoinGraph& graph, int relationship,
                                 const SelectOptions& options);

/// Of all tables of the path.
std::vector<SoftDelete> softDeletesAlong(const std::vector<SoftDelete>& all, const JoinPath& path);

} // namespace cadastre

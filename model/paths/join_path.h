// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// JoinPath: one way in which tables join, with its price and what a person should know about it.
// How it is found lives in find_paths.h, its SQL in model/export.
#pragma once

#include "model/paths/join_graph.h"

namespace cadastre {

/// Joins the table at position `to` to the one at position `from`, which is there already.
struct PathStep
{
    JoinStep join;
    int from = 0;
    int to = 0;

    bool operator==(const PathStep&) const = default;
};

/// A part of the price and why it is asked; "2 joins".
struct PricePart
{
    int price = 0; ///< hundredths
    QString why;

    bool operator==(const PricePart&) const = default;
};

enum class PathNoteKind : std::uint8_t {
    Repeats,      ///< rows of what came before stand there several times
    Multiplies,   ///< two lists side by side: every row of one with every row of the other
    MayBeEmpty,   ///< a row may have no partner
    Inferred,     ///< nobody declared it
    TypesDiffer,  ///< values do not compare as what they mean
    Polymorphic,  ///< another column says whether the row points at this table
    Audit,        ///< goes through who did something
    SharedParent, ///< two tables only share a row that many share
    View,         ///< a view stands in for tables
};

struct PathNote
{
    PathNoteKind kind = PathNoteKind::Repeats;
    QString text; ///< one sentence

    bool operator==(const PathNote&) const = default;
};

struct JoinPath
{
    /// In the order in which they are joined, the first one of the question in front. One table may
    /// stand there twice: it is joined with itself.
    std::vector<TableId> tables;
    std::vector<PathStep> steps; ///< steps[i] joins tables[i + 1]
    int price = 0;               ///< hundredths: 100 for a plain join
    std::vector<PricePart> priceParts;
    QString sentence; ///< "orders → payments → refunds: 2 joins, all declared"
    std::vector<PathNote> notes;

    bool operator==(const JoinPath&) const = default;
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lens: a way of looking at the same picture: what fills the boxes' headers and stands on their
// badges, and the legend that explains it. Each lens is one file in lens/, found by its file name.
#pragma once

#include "diagram/graph.h"
#include "diagram/theme.h"

#include <functional>

namespace cadastre {

class CommentedCatalog;

/// What a lens says of one node.
struct LensMark
{
    Ink fill = Ink::Header;
    QString badge; ///< one short word or figure; empty for none

    bool operator==(const LensMark&) const = default;
};

struct LegendEntry
{
    Ink fill = Ink::Header;
    QString text;

    bool operator==(const LegendEntry&) const = default;
};

struct LensResult
{
    std::vector<LensMark> marks; ///< parallel to the graph's nodes
    std::vector<LegendEntry> legend;
};

struct Lens
{
    QString name;  ///< for settings and commands: "schema"
    QString title; ///< for people: "Schema"
    std::function<LensResult(const DiagramGraph&)> apply;
    /// Of lenses about comments: the same with what is staged. Empty for others.
    std::function<LensResult(const DiagramGraph&, const CommentedCatalog&)> applyStaged = {};
};

/// All lenses by file name (generated from the files of lens/).
std::vector<Lens> allLenses();
/// The lens of this name; the plain one for the empty name; absent for an unknown one.
std::optional<Lens> lensByName(const QString& name);
/// With what is staged where the lens is about comments and `commented` is of the graph's catalog;
/// `commented` may be null.
LensResult appliedLens(const Lens& lens, const DiagramGraph& graph,
                       const CommentedCatalog* commented);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Lens: a way of looking at the same picture: what fills the boxes' headers and stands on their
// badges, and the legend that explains it. Each lens is one file in lens/, found by its file name.
#pragma once

#include "diagram/graph.h"
#include "diagram/theme.h"

#include <functional>

namespace cadastre {

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
};

/// All lenses by file name (generated from the files of lens/).
std::vector<Lens> allLenses();
/// The lens of this name; the plain one for the empty name; absent for an unknown one.
std::optional<Lens> lensByName(const QString& name);

} // namespace cadastre

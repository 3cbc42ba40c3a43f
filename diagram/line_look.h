// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// LineLook: the kinds of lines and what they look like, the same in every back end. Who knows of a
// relationship and how sure it is shows in dashes, strokes and signs, never in colour alone.
#pragma once

#include "diagram/graph.h"
#include "diagram/sign.h"
#include "diagram/theme.h"

namespace cadastre {

enum class LineLook : std::uint8_t {
    Relationship,     ///< declared
    Confirmed,        ///< solid, with a sign
    Added,            ///< two strokes, with a sign
    InferredSure,     ///< from 0.9; the fewer the gaps, the surer
    InferredLikely,   ///< from 0.7
    InferredPossible, ///< from 0.5
    InferredWeak,
    Rejected, ///< dots, with a sign
    ViewDependency,
    Inheritance,
    Ribbon,         ///< three points: a quadratic curve
    InferredRibbon, ///< the same, where most of its lines are inferred
    ReadRibbon,     ///< the same, of what is read across a boundary
    WriteRibbon,    ///< the same, of what is written there
    Arc,            ///< the same, across lines of which exactly one is set
};
inline constexpr int lineLookCount = static_cast<int>(LineLook::Arc) + 1;

struct LineStyle
{
    QLatin1String name;    ///< "inferred-sure": for golden files and ids
    QLatin1String meaning; ///< for legends
    Ink ink = Ink::Edge;
    double dash = 0; ///< screen pixels; 0 for solid
    double gap = 0;
    bool twofold = false; ///< two strokes beside each other
    std::optional<Sign> sign;
};

const LineStyle& lineStyle(LineLook look);

LineLook lineLookOf(const DiagramEdge& edge);

/// All lines between two groups as one.
bool isRibbon(LineLook look);

/// Whether the three points are a quadratic curve.
bool isCurve(LineLook look);

} // namespace cadastre

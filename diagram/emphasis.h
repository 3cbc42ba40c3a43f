// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Emphasis: what a person points at, chose, searched or filtered out. Pure values, by id.
#pragma once

#include "model/catalog/ids.h"

#include <optional>
#include <vector>

namespace cadastre {

/// How tables join: these stand out with the lines between them, everything else fades.
struct PathEmphasis
{
    std::vector<TableId> tables;    ///< ascending
    std::vector<int> relationships; ///< indexes into DiagramGraph::relationships

    bool operator==(const PathEmphasis&) const = default;
};

struct Emphasis
{
    std::optional<ObjectRef> selected; ///< its relationships are highlighted, the rest fades
    std::optional<ObjectRef> hovered;  ///< the same, while nothing is selected
    /// Index into DiagramGraph::relationships; highlighted instead of those of `selected`, also
    /// where the filter hides it.
    std::optional<int> selectedRelationship;
    std::optional<int> hoveredRelationship; ///< highlighted; nothing fades
    /// Several chosen tables, by id: ringed, nothing fades. `selected` is absent then.
    std::vector<TableId> tables;
    std::vector<ObjectRef> hits;  ///< found by a search: ringed
    std::vector<ObjectRef> faded; ///< filtered out
    PathEmphasis path;            ///< of no table: none is shown

    bool operator==(const Emphasis&) const = default;
};

} // namespace cadastre

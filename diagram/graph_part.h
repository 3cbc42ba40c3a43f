// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The part of a laid out graph that is shown, as a graph of its own: what exports write when tables
// are hidden. Places stay; the frames of groups are around what is left.
#pragma once

#include "diagram/layout.h"
#include "model/workspace/table_choice.h"

namespace cadastre {

struct DiagramPart
{
    std::shared_ptr<const DiagramGraph> graph;
    DiagramLayout layout;
};

/// Groups without a shown table are left out; relationships keep their indexes.
DiagramPart shownPart(const std::shared_ptr<const DiagramGraph>& graph, const DiagramLayout& layout,
                      const TableChoice& choice);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The picture of one boundary for reports: its tables, its contracts, and what others have to do
// with it. Which crossings there are is worked out in model/boundaries.
#pragma once

#include "diagram/render.h"

#include <atomic>

namespace cadastre {

/// The tables of a boundary and its modules, and the tables of others at the other end of what
/// crosses between them, by id. Roles and routines are no tables; their tables count.
std::vector<TableId> boundaryNeighbourhood(const Catalog& catalog, const Ownership& ownership,
                                           const std::vector<JudgedCrossing>& crossings,
                                           BoundaryIndex boundary);

/// What a picture of a boundary is made of; everything is of one catalog and outlives the call.
struct BoundaryDrawing
{
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const std::vector<Relationship>> relationships;
    std::shared_ptr<const BoundaryPicture> picture;
    LayoutOptions layout;
};

/// The neighbourhood laid out and grouped by boundaries. Blocks; fails where there is nothing to
/// draw or the lens is unknown.
Result<QByteArray> renderBoundarySvg(const BoundaryDrawing& drawing, BoundaryIndex boundary,
                                     const RenderOptions& options,
                                     const std::atomic_bool& cancelled);

/// The map of all boundaries far out: regions with owners and counts, ribbons between them.
Result<QByteArray> renderBoundaryMapSvg(const BoundaryDrawing& drawing,
                                        const RenderOptions& options,
                                        const std::atomic_bool& cancelled);

} // namespace cadastre

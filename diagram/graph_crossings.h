// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What boundaries mean for a graph: owners of nodes, what one boundary may not see, which edges
// cross and how that was judged. Which groups there are is decided in grouping.h.
#pragma once

#include "diagram/graph.h"

namespace cadastre {

/// The picture, where it was made of this catalog; null for one of another size.
std::shared_ptr<const BoundaryPicture> pictureFor(const Catalog& catalog,
                                                  std::shared_ptr<const BoundaryPicture> picture);

/// The owners of the nodes' tables and what these are to others.
void setOwners(DiagramGraph& graph);

/// Takes out of `tables`, and returns, what BoundaryPicture::seenBy may not see: private tables of
/// boundaries that are neither its own (with its modules, or the service around it) nor shared.
std::vector<TableId> takeHidden(const DiagramGraph& graph, std::vector<TableId>& tables);

/// Sets crosses and crossing of every edge.
void markCrossings(DiagramGraph& graph);

/// Says in the groups of boundaries how many of their tables are hidden.
void countHidden(DiagramGraph& graph, const std::vector<TableId>& hidden);

/// The outermost boundary around one; itself where there is none.
BoundaryIndex outermostOf(const Ownership& ownership, BoundaryIndex boundary);

/// The facts of a boundary; an empty one where the document lacks it.
const Boundary& boundaryFacts(const BoundaryPicture& picture, BoundaryIndex boundary);

/// Which of categoryCount colours each boundary has, parallel to `names`: the chosen one, else one
/// of its name, whatever other boundaries there are. Where names of one colour meet, the later in
/// the order of names take colours that nobody has, as long as there are any.
std::vector<int> boundaryColors(const Boundaries& boundaries, const std::vector<QString>& names);

} // namespace cadastre

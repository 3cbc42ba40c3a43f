// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Saved views of a workspace on the command line: found by name, what is missing of them is said,
// and the part of a picture that they show.
#pragma once

#include "diagram/graph_part.h"
#include "model/catalog/catalog.h"
#include "model/workspace/saved_view.h"

namespace cadastre {

/// Null where the name is empty; fails with one sentence that names the views that there are.
Result<const SavedView*> savedViewOf(const QString& name, const ViewDocument& document);
/// A warning for each of its tables that is gone.
void warnOfMissing(const SavedView& view, const QString& name, const Catalog& catalog);
/// What is shown of the whole, placed: all of it where `view` is null, or what the view shows.
DiagramPart placedPart(const SavedView* view, const Catalog& catalog, const Placements& all,
                       const std::shared_ptr<const DiagramGraph>& graph);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/lens.h"

#include "model/notes/commented_catalog.h"

#include <algorithm>

namespace cadastre {

std::optional<Lens> lensByName(const QString& name)
{
    const QString wanted = name.isEmpty() ? QStringLiteral("kind") : name;
    const std::vector<Lens> lenses = allLenses();
    const auto found = std::find_if(lenses.begin(), lenses.end(),
                                    [&](const Lens& lens) { return lens.name == wanted; });
    return found == lenses.end() ? std::nullopt : std::optional(*found);
}

LensResult appliedLens(const Lens& lens, const DiagramGraph& graph,
                       const CommentedCatalog* commented)
{
    const bool isOfGraph = commented != nullptr && commented->catalog() == graph.catalog;
    return lens.applyStaged && isOfGraph ? lens.applyStaged(graph, *commented) : lens.apply(graph);
}

} // namespace cadastre

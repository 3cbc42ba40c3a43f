// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Groups beside each other: those with edges between them near where a spring layout wants them,
// those without packed into one block.
#pragma once

#include "diagram/layout_cache.h"
#include "diagram/layout_map.h"
#include "diagram/layout_tree.h"

namespace cadastre {

class GroupMap
{
public:
    GroupMap(const LayoutTree& tree, LayoutCache& cache, LayoutWorker& worker);

    /// For each aspect ratio one place per group. `sizes`: of each group the sizes it could have,
    /// the usual one first.
    [[nodiscard]] std::vector<std::vector<MapPlace>>
    arrange(const std::vector<int>& groups, const std::vector<std::vector<QSizeF>>& sizes,
            double spacing, const std::vector<double>& aspects);

private:
    /// Where a spring layout wants groups; when the worker fails, in a row.
    [[nodiscard]] std::vector<QPointF>
    springCentres(const std::vector<int>& linked, const std::vector<std::vector<QSizeF>>& sizes,
                  const std::map<std::pair<int, int>, double>& links);

    const LayoutTree& m_tree;
    LayoutCache& m_cache;
    LayoutWorker& m_worker;
};

} // namespace cadastre

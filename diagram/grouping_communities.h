// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Communities in a plain weighted graph: sets of nodes with many links inside and few outside.
// Knows nothing of tables.
#pragma once

#include <vector>

namespace cadastre {

struct CommunityLink
{
    int a = 0;
    int b = 0; ///< never equal to `a`
    double weight = 1;
};

/// The community of each node, numbered by first member. Louvain's method (Blondel et al., "Fast
/// unfolding of communities in large networks", 2008) with communities of at most `largest` nodes,
/// nodes visited in order, ties to the lower number: same graph, same communities. Nearly linear.
/// Nodes without links stay alone.
std::vector<int> findCommunities(int nodes, const std::vector<CommunityLink>& links, int largest);

} // namespace cadastre

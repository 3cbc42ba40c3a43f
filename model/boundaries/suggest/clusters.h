// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Groups of tables, made from single ones by joining the two groups that belong together most, as
// long as any two do: they are alike by name on average, or a good share of the links of one leads
// to the other. Groups that each have a name of their own resist.
#pragma once

#include "model/boundaries/suggest/likeness.h"

namespace cadastre::suggest {

/// What is settled before anything is joined, by position.
struct ClusterStart
{
    std::vector<int> groups; ///< tables of one number start together and join no other; -1: free
    std::vector<bool> apart; ///< joins nothing but those of its number
};

/// By position: the number of its group, counted from 0 in the order of their first tables.
std::vector<int> clustersOf(const ClusterStart& start, const std::vector<Likeness>& likenesses,
                            const std::vector<Link>& links);

/// Tables first, then views: a view goes where what it reads is, and holds no tables together that
/// have nothing else in common.
std::vector<int> tablesThenViews(const Catalog& catalog, const Scope& scope, const Labels& labels,
                                 const std::vector<Likeness>& likenesses,
                                 const std::vector<Link>& links);

} // namespace cadastre::suggest

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How tables hang together: relationships, views that read them, triggers and routines that use
// them. A table that everybody points at says little about who belongs together.
#pragma once

#include "model/boundaries/suggest.h"
#include "model/boundaries/suggest/scope.h"

namespace cadastre::suggest {

struct Link
{
    int from = 0;       ///< position: the child, or who uses
    int to = 0;         ///< position: the parent, or what is used
    double weight = 0;  ///< 0..1; less the more others point at `to`
    bool byUse = false; ///< a view, trigger or routine, no relationship
};

/// One per pair of different positions, the strongest; by from, to.
std::vector<Link> linksOf(const Catalog& catalog, const Scope& scope,
                          const SuggestOptions& options);

} // namespace cadastre::suggest

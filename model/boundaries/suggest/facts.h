// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Everything that a suggestion is worked out from, and the groups that came of it, for those who
// name and explain them.
#pragma once

#include "model/boundaries/suggest/clusters.h"

namespace cadastre::suggest {

struct Facts
{
    const Catalog* catalog = nullptr; ///< never null
    Scope scope;
    Labels labels;
    std::vector<Link> links;
    std::vector<std::vector<int>> linksOf; ///< by position: indexes into `links`, ascending
    NameWords names;
    Writers writers;
    std::vector<int> groupOf;             ///< by position
    std::vector<std::vector<int>> groups; ///< positions, ascending

    [[nodiscard]] const Table& table(int position) const
    {
        return catalog->table(scope.tables[position]);
    }
    /// In backquotes, as sentences name it.
    [[nodiscard]] QString nameOf(int position) const
    {
        return QString(QLatin1Char('`') + catalog->displayName(scope.tables[position]) +
                       QLatin1Char('`'));
    }
    /// What somebody said already about all of a group; null when nobody did.
    [[nodiscard]] const Label* labelOf(const std::vector<int>& group) const;
};

Facts factsOf(const Catalog& catalog, const SuggestOptions& options);

} // namespace cadastre::suggest

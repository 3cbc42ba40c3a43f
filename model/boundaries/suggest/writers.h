// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which roles may write a table, as far as that tells tables apart: a role that may write most of
// them, a superuser and the rights that an owner has anyway say nothing.
#pragma once

#include "model/boundaries/suggest/scope.h"

#include <QStringList>

namespace cadastre::suggest {

struct Writers
{
    std::vector<int> groups;              ///< by position: tables with the same writers; -1: none
    std::vector<std::vector<int>> tables; ///< by group: positions, ascending
    QStringList names;                    ///< by group: the roles, for people
};

Writers writersOf(const Catalog& catalog, const Scope& scope);

} // namespace cadastre::suggest

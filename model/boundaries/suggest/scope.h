// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which tables a suggestion is about: everything but system objects and what extensions brought;
// partitions, backup copies and shadow tables stand behind the table that they belong to.
#pragma once

#include "model/catalog/table_families.h"

namespace cadastre::suggest {

struct Scope
{
    std::vector<TableId> tables; ///< those that are grouped, by id; a position points here
    /// By table id: the position of the table or of the one that it goes with; -1: not suggested.
    std::vector<int> positions;
    /// By table id: why it goes with another one; absent for those that are grouped themselves.
    std::vector<std::optional<TableFamilyRule>> folded;

    [[nodiscard]] int size() const { return static_cast<int>(tables.size()); }
};

Scope scopeOf(const Catalog& catalog);

} // namespace cadastre::suggest

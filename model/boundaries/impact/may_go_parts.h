// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the finders of objects and columns that may go ask alike, prepared once per catalog. Only
// may_go.cpp and the files beside it include this.
#pragma once

#include "model/boundaries/impact/impact.h"

namespace cadastre {

/// What is used, by whom in the widest sense.
struct MayGoFacts
{
    MayGoFacts(const BoundaryFacts& boundaryFacts, const CommentedCatalog* stagedComments);

    const BoundaryFacts& facts;
    const CommentedCatalog* staged;   ///< null: nothing is
    std::vector<bool> referenced;     ///< by table: other tables refer to it, or are made of it
    std::vector<bool> hasTriggers;    ///< by table
    std::vector<bool> foreignRole;    ///< by table: a role of another boundary may use it
    std::vector<QString> otherRole;   ///< by table: a role of no boundary that may use it
    std::vector<bool> usedColumns;    ///< by column: keys, indexes, relationships, grants, texts
    std::vector<QStringList> unknown; ///< by source: what could not be known
    std::vector<bool> external;       ///< by boundary: nothing in it can be changed

    /// Whether it carries `@keep`.
    [[nodiscard]] bool isKept(ObjectRef object) const;
    [[nodiscard]] bool isCandidate(TableId table) const;
    /// Nothing refers to it, uses it or may use it.
    [[nodiscard]] bool isUnused(TableId table) const;
    [[nodiscard]] QStringList unknownOf(TableId table) const;
};

/// Marks columns that keys, checks, indexes, expressions and the table's own programs use.
void markColumnsOfStructure(const Catalog& catalog, std::vector<bool>& used);

/// Columns of a table that is itself not to go.
void addMayGoColumns(const MayGoFacts& facts, TableId table, std::vector<MayGo>& found);

} // namespace cadastre

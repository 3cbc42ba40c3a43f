// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One comment for all columns of one name that mean the same. Which columns have one name, and what
// in the catalog says that they mean something else.
#pragma once

#include "model/notes/bulk/bulk_proposal.h"

namespace cadastre {

/// Columns of one name (letter case apart) in several tables of one source.
struct SameNamedColumns
{
    QString name;                  ///< as most of them write it
    std::vector<ColumnId> columns; ///< at least two; by table
    int commented = 0;             ///< of them, with what is staged
    int texts = 0;                 ///< different comments among them

    bool operator==(const SameNamedColumns&) const = default;
};

/// Without those of system tables and of partitions; by name.
std::vector<SameNamedColumns> sameNamedColumns(const CommentedCatalog& commented);

/// The column whose comment the others could have: one with the comment that most of them have, the
/// first of all where none has any.
ColumnId bestCommented(const CommentedCatalog& commented, const SameNamedColumns& group);

/// The text for every column of the group that does not have it. Left out by default, with the
/// reason: columns whose type, CHECK, enum, key or parent differs from `like`'s; columns of a name
/// that says little (status, type, data) where nothing in the catalog says that they are the same;
/// columns that have a comment already.
BulkList sameComment(const CommentedCatalog& commented, const SameNamedColumns& group,
                     ColumnId like, const QString& text);

} // namespace cadastre

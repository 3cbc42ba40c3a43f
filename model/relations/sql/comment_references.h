// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// References that comments state: tag lines (`@references`, `@foreignKey`) and plain words ("FK to
// customers.id"). What a statement is worth as evidence is not decided here.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

/// A comment says that the columns refer to the target.
struct CommentReference
{
    TableId child;
    std::vector<ColumnId> childColumns;
    RelationshipTarget target;          ///< always resolved; `typeValue` where the tag says `when`
    std::optional<ColumnId> whenColumn; ///< column of the child that holds `target.typeValue`
    bool isTag = false;                 ///< a tag line; otherwise words
    QString phrase;                     ///< the part of the comment that says so, at most one line

    bool operator==(const CommentReference&) const = default;
};

/// A comment names a table or column that is not there.
struct CommentMisstatement
{
    ObjectRef object; ///< table or column with the comment
    bool isTag = false;
    QString phrase;
    QString sentence; ///< "names `carrier_list`, which is not in this database"

    bool operator==(const CommentMisstatement&) const = default;
};

struct CommentReading
{
    std::vector<CommentReference> references;       ///< sorted by child, child columns, target
    std::vector<CommentMisstatement> misstatements; ///< sorted by object, phrase

    bool operator==(const CommentReading&) const = default;
};

/// Reads the comments of all tables and columns. Tag lines (`@references [schema.]table(col[, col])
/// [when column='value']`, PostGraphile's `@foreignKey (a) references b (c)`) are taken at their
/// word; of words only such as name a table of this database, with or without a column.
CommentReading commentReferences(const Catalog& catalog);

} // namespace cadastre

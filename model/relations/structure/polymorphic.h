// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Polymorphic references: an id column whose table is chosen by a sibling type column. Value in,
// value out; reading the distinct type values from rows lives with the checks with data.
#pragma once

#include "model/relations/sql/comment_references.h"
#include "model/relations/sql/sql_joins.h"
#include "model/relations/structure/table_names.h"

#include <QStringList>

namespace cadastre {

/// Everything that may be known beside names; each may be absent.
struct PolymorphicOptions
{
    /// Distinct values of type columns, read from rows.
    QHash<ColumnId, QStringList> typeValues;
    /// allowedValues(): checks, enums and domains.
    const QHash<ColumnId, QStringList>* allowed = nullptr;
    const SqlReading* sql = nullptr;
    const CommentReading* comments = nullptr;
    /// Tables outside it are neither children nor targets; computed when null.
    const InferenceScope* scope = nullptr;
    /// Of the same scope; made when null. Saves time where others need it, too.
    const TableNames* names = nullptr;
    /// Weaker ones are left out.
    double minimumConfidence = 0.1;
    /// Treats declared foreign keys as unknown.
    bool hideDeclared = false;
};

/// One relationship per pair: `childColumns` is the id column, `typeColumn` the sibling, `targets`
/// one per type value in the order of the values, unresolved where no table has that name; a single
/// unresolved target without value where no values are known. Sorted by child table, id column. No
/// id column is in two of them. Columns of visible foreign keys hold no ids of several tables.
std::vector<Relationship> polymorphicReferences(const Catalog& catalog,
                                                const PolymorphicOptions& options = {});

} // namespace cadastre

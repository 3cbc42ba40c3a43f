// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Subtypes: tables whose primary key is a reference to another table's key, so that each row is a
// kind of the parent's row. The values of the parent's type column are matched to them.
#pragma once

#include "model/relations/relationship.h"

#include <QHash>
#include <QStringList>

namespace cadastre {

struct Subtype
{
    TableId child;
    QString typeValue; ///< of the family's type column; empty where none fits

    bool operator==(const Subtype&) const = default;
};

/// A parent and the tables that are kinds of it.
struct SubtypeFamily
{
    TableId parent;
    /// The column of the parent that says which kind a row is; absent where none is known.
    std::optional<ColumnId> typeColumn;
    std::vector<Subtype> subtypes; ///< by table
    /// Values of the type column that name neither a subtype nor the parent itself, in the order of
    /// their declaration: kinds without a table of their own.
    QStringList missingValues;

    bool operator==(const SubtypeFamily&) const = default;
};

/// Sets Relationship::subtype where the child columns are the child's primary key, in any order,
/// and the target is another table's key. Rejected and polymorphic ones are left alone.
void markSubtypes(const Catalog& catalog, std::vector<Relationship>& relationships);

/// The families of marked relationships of at least this confidence, by parent. `allowed` is
/// allowedValues(). A type column is one whose values name at least one of the subtypes.
std::vector<SubtypeFamily> subtypeFamilies(const Catalog& catalog,
                                           const std::vector<Relationship>& relationships,
                                           const QHash<ColumnId, QStringList>& allowed,
                                           double minimumConfidence = 0.5);

/// "`document_type` also allows `pro_forma`, for which there is no table." Empty when none is
/// missing.
QString missingSubtypesSentence(const Catalog& catalog, const SubtypeFamily& family);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Constraints and indexes of tables.
#pragma once

#include "model/catalog/object_base.h"

namespace cadastre {

enum class ConstraintKind : std::uint8_t {
    PrimaryKey,
    Unique,
    ForeignKey,
    Check,
    Exclusion,
    Unknown
};
enum class ReferentialAction : std::uint8_t { NoAction, Restrict, Cascade, SetNull, SetDefault };

struct Constraint : ObjectBase ///< `name` may be empty (SQLite)
{
    TableId table;
    ConstraintKind kind = ConstraintKind::Unknown;
    std::vector<ColumnId> columns; ///< in the order of the constraint
    /// Foreign keys: the parent, where it is in this catalog.
    std::optional<TableId> referencedTable;
    std::vector<ColumnId> referencedColumns; ///< parallel to `columns`; empty when unresolved
    QString referencedName; ///< the parent as the catalog names it, when referencedTable is absent
    ReferentialAction onUpdate = ReferentialAction::NoAction;
    ReferentialAction onDelete = ReferentialAction::NoAction;
    QString matchType; ///< "FULL"; empty for the default
    bool deferrable = false;
    bool initiallyDeferred = false;
    bool validated = true; ///< false for NOT VALID
    bool enforced = true;
    QString expression; ///< of a check, without CHECK ( )
    QString definition; ///< the server's own text where it has one

    bool operator==(const Constraint&) const = default;
};

struct IndexPart
{
    std::optional<ColumnId> column;
    QString expression; ///< when not a plain column
    QString collation;
    QString operatorClass;
    bool descending = false;
    bool nullsFirst = false;
    std::optional<int> prefixLength; ///< MariaDB/MySQL

    bool operator==(const IndexPart&) const = default;
};

struct Index : ObjectBase
{
    TableId table;
    std::vector<IndexPart> parts;
    std::vector<ColumnId> included;
    bool unique = false;
    bool primary = false;
    bool valid = true;
    /// Made by the engine for a constraint (PRIMARY KEY, UNIQUE), not by a CREATE INDEX.
    bool backsConstraint = false;
    QString method;    ///< "btree", "gin", "FULLTEXT"
    QString predicate; ///< of a partial index, without WHERE
    QString definition;

    bool operator==(const Index&) const = default;
};

/// "primary key", "foreign key", ... in lower case, for people.
QString constraintKindName(ConstraintKind kind);
/// "CASCADE", "SET NULL", ... as in SQL.
QString referentialActionName(ReferentialAction action);

} // namespace cadastre

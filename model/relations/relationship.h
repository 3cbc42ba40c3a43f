// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationship: child columns that point at one or several targets, declared by a foreign key or
// known otherwise, with the evidence. How they are found lives beside this file.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

enum class RelationshipOrigin : std::uint8_t { Declared, Inferred, Confirmed, Added, Rejected };

/// How many rows may stand at one end of a relationship.
enum class Cardinality : std::uint8_t { ZeroOrOne, ExactlyOne, ZeroOrMany, OneOrMany };

struct RelationshipTarget
{
    TableId table;                 ///< meaningless when unresolved
    std::vector<ColumnId> columns; ///< parallel to the child columns; empty when unresolved
    QString typeValue; ///< polymorphic: the value of the type column that chooses this target

    /// Whether there is such a table; a type value may name none.
    [[nodiscard]] bool isResolved() const { return !columns.empty(); }
    bool operator==(const RelationshipTarget&) const = default;
};

/// One reason to believe in a relationship.
struct Evidence
{
    QString signal;    ///< "foreign-key", "name", ...
    double weight = 0; ///< contribution to the log odds; negative speaks against
    QString sentence;  ///< one sentence for a person

    bool operator==(const Evidence&) const = default;
};

/// Another target that was considered for the same child columns.
struct RelationshipAlternative
{
    RelationshipTarget target;
    double confidence = 0; ///< 0..1
    std::vector<Evidence> evidence;

    bool operator==(const RelationshipAlternative&) const = default;
};

struct Relationship
{
    RelationshipOrigin origin = RelationshipOrigin::Declared;
    double confidence = 1; ///< 0..1
    TableId child;
    std::vector<ColumnId> childColumns;
    std::optional<ColumnId> typeColumn;      ///< polymorphic: the sibling that chooses the target
    std::vector<RelationshipTarget> targets; ///< one, or several when polymorphic
    std::optional<ConstraintId> constraint;  ///< declared ones
    Cardinality childEnd = Cardinality::ZeroOrMany;  ///< child rows per parent row
    Cardinality parentEnd = Cardinality::ExactlyOne; ///< parent rows per child row
    std::vector<Evidence> evidence;                  ///< strongest first
    /// Inferred ones: the next best targets, best first; their probability is not in `confidence`.
    std::vector<RelationshipAlternative> alternatives;
    /// Relationships of one number are an exclusive arc: a check says that exactly one is set.
    std::optional<int> arc;
    /// Child key = parent key: each child row is a kind of parent row.
    bool subtype = false;
    QString reason; ///< what a person wrote when deciding; empty for none

    bool operator==(const Relationship&) const = default;
};

/// The relationships that foreign keys declare, by child table and constraint. Partitions'
/// inherited copies of their parent's keys are left out. Keys whose parent is not in the catalog
/// are left out.
std::vector<Relationship> declaredRelationships(const Catalog& catalog);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Ownership: which boundary each object of a catalog belongs to and what it is to others, worked
// out from the document, the notes in comments and the patterns; with everything that does not fit.
#pragma once

#include "model/boundaries/boundaries.h"
#include "model/catalog/catalog.h"

namespace cadastre {

/// Index into Ownership::names.
using BoundaryIndex = int;

/// Why an object belongs to its boundary.
enum class OwnedBy : std::uint8_t {
    Nobody,
    Object,  ///< named in the boundary's members
    Note,    ///< `@owner` in its own comment
    Pattern, ///< a pattern matches it
    Parent,  ///< its table, partitioned parent, virtual table or schema note decides
};

/// A thing in the document or the comments that does not fit the catalog.
enum class OwnershipProblemKind : std::uint8_t {
    TwoOwners,        ///< equally specific members of two boundaries name one object
    PatternUnmatched, ///< matches nothing
    MemberMissing,    ///< an object key that names nothing in the catalog
    ExposureMissing,  ///< the same of an exposure, a flow or a decision
    RoleUnmatched,
    UnknownParent,    ///< a parent that is no boundary, is nested itself, or a circle
    UnknownOwnerNote, ///< `@owner` names no boundary and no team
    NoteContradicts,  ///< `@owner`, `@contract` or `@private` says something else than the document
    Unreadable,       ///< a pattern or key that cannot be read
    RuleUnmatched,    ///< a rule names a boundary that is not there
};

struct OwnershipProblem
{
    OwnershipProblemKind kind = OwnershipProblemKind::TwoOwners;
    QString boundary;                ///< name; may be empty
    QString member;                  ///< pattern, key or note as written; may be empty
    std::optional<ObjectRef> object; ///< which it is about, where there is one
    QString sentence;                ///< what is wrong with which object and what to do

    bool operator==(const OwnershipProblem&) const = default;
};

struct Ownership
{
    std::vector<QString> names; ///< of the boundaries, sorted; BoundaryIndex points here
    std::vector<int> parents;   ///< parallel to names: the boundary around it, or -1

    // By index of the catalog's vectors; -1 for nobody.
    std::vector<BoundaryIndex> ofTables;
    std::vector<BoundaryIndex> ofRoutines;
    std::vector<BoundaryIndex> ofTypes;
    std::vector<BoundaryIndex> ofOthers; ///< sequences, policies (their table's), events, ...
    std::vector<std::vector<BoundaryIndex>> ofRoles; ///< a role may act for several boundaries
    std::vector<OwnedBy> tableReasons;               ///< parallel to ofTables
    /// Of tables and views, parallel to ofTables; Exposure::Private by default.
    std::vector<ExposureEntry> exposures;
    std::vector<Exposure> routineExposures; ///< parallel to ofRoutines
    std::vector<OwnershipProblem> problems; ///< by kind, boundary, member, object

    /// The boundary of any object: columns, constraints, indexes and triggers follow their table.
    /// Absent for nobody, and for schemas, sources and roles.
    [[nodiscard]] std::optional<BoundaryIndex> boundaryOf(const Catalog& catalog,
                                                          ObjectRef object) const;
    /// Tables, views and foreign tables that nobody owns, by id; without system objects and what
    /// extensions brought.
    [[nodiscard]] std::vector<TableId> unowned(const Catalog& catalog) const;
    /// Members of a boundary, by id.
    [[nodiscard]] std::vector<TableId> tablesOf(BoundaryIndex boundary) const;
    [[nodiscard]] std::optional<BoundaryIndex> indexOf(const QString& name) const;
    [[nodiscard]] bool isContract(TableId table) const
    {
        return exposures[table.index].exposure == Exposure::Contract;
    }

    bool operator==(const Ownership&) const = default;
};

/// Most specific wins: an object by name, then `@owner` in its own comment, then the pattern with
/// the most literal characters; among equals there is a problem and the first boundary by name owns
/// it. What is not matched itself follows its partitioned parent, its virtual table, then `@owner`
/// of its schema. A nested boundary's members belong to it, not to its parent. An exception takes
/// out what its own boundary's members match, unless these name the object more specifically: by
/// key or without wildcards. Patterns leave system objects and members of
/// extensions alone. Linear in objects times patterns.
Ownership ownershipOf(const Catalog& catalog, const Boundaries& boundaries);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the comparisons of single kinds of objects work with, and those comparisons: one function
// per kind, each says in which properties a pair differs.
#pragma once

#include "model/diff/property_list.h"
#include "model/diff/read_states.h"

namespace cadastre {

/// Both catalogs and who is who in them; everything outlives the comparison.
struct Comparison
{
    const Catalog& before;
    const Catalog& after;
    const Pairing& pairing;
    ReadStates& states;

    /// Names of an old object as it is called now, so that what follows a new name is no change;
    /// its old name where it is gone.
    [[nodiscard]] QString nameNow(ObjectRef old) const;
    [[nodiscard]] QString nameNow(const std::vector<ColumnId>& columns) const;
    [[nodiscard]] QString namesBefore(const std::vector<ColumnId>& columns) const;
    [[nodiscard]] QString namesAfter(const std::vector<ColumnId>& columns) const;
};

/// Two lists of columns, told apart by what the old ones are called now.
void compareColumnLists(const Comparison& all, const QString& property, DifferenceArea area,
                        const std::vector<ColumnId>& before, const std::vector<ColumnId>& after,
                        PropertyList& list);

/// Comment, owner, extension and what only some engines have.
void compareBase(const Comparison& all, ObjectRef before, ObjectRef after, DifferenceArea area,
                 PropertyList& list);

void compareSources(const Comparison& all, SourceId before, SourceId after, PropertyList& list);
void compareTables(const Comparison& all, TableId before, TableId after, PropertyList& list);
void compareColumnOrder(const Comparison& all, TableId before, TableId after, PropertyList& list);
void compareColumns(const Comparison& all, ColumnId before, ColumnId after, PropertyList& list);
void compareConstraints(const Comparison& all, ConstraintId before, ConstraintId after,
                        PropertyList& list);
void compareIndexes(const Comparison& all, IndexId before, IndexId after, PropertyList& list);
void compareTriggers(const Comparison& all, TriggerId before, TriggerId after, PropertyList& list);
void compareRoutines(const Comparison& all, RoutineId before, RoutineId after, PropertyList& list);
void compareTypes(const Comparison& all, TypeId before, TypeId after, PropertyList& list);
void compareRoles(const Comparison& all, RoleId before, RoleId after, PropertyList& list);
void compareOthers(const Comparison& all, OtherId before, OtherId after, PropertyList& list);

/// Rights on paired objects, by new object: who may do what, where it changed.
QHash<ObjectRef, std::vector<PropertyChange>> compareGrants(const Comparison& all);

/// Dispatches by kind.
std::vector<PropertyChange> compareObjects(const Comparison& all, ObjectRef before,
                                           ObjectRef after);

/// "PRIMARY KEY (id)", "(customer_id) → customers (id)": what a constraint says.
QString constraintText(const Catalog& catalog, ConstraintId id);
/// "(customer_id, placed_at desc)".
QString indexText(const Catalog& catalog, IndexId id);
/// "integer NOT NULL DEFAULT 0".
QString columnText(const Column& column);

} // namespace cadastre

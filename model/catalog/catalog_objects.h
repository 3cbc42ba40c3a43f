// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The objects of one source or of a whole workspace, one vector per kind, linked by ids. Plain
// facts: readers fill it, finishSource() orders it, Catalog gives it lookups.
#pragma once

#include "model/catalog/constraint.h"
#include "model/catalog/program.h"
#include "model/catalog/source.h"
#include "model/catalog/table.h"

#include <memory>

namespace cadastre {

struct CatalogObjects
{
    std::vector<Source> sources;
    std::vector<Schema> schemas;
    std::vector<Table> tables;
    std::vector<Column> columns;
    std::vector<Constraint> constraints;
    std::vector<Index> indexes;
    std::vector<Trigger> triggers;
    std::vector<Routine> routines;
    std::vector<UserType> types;
    std::vector<Role> roles;
    std::vector<OtherObject> others;
    std::vector<Grant> grants;
    std::vector<Dependency> dependencies;

    bool operator==(const CatalogObjects&) const = default;
};

/// The part of one source: exactly one entry in `sources`. finishSource() has been applied.
struct SourceCatalog
{
    CatalogObjects objects;

    [[nodiscard]] const Source& source() const { return objects.sources.front(); }
    bool operator==(const SourceCatalog&) const = default;
};

/// Puts what a reader collected in any order into canonical order (schemas, tables, routines, types
/// and roles by name; columns by table and position; constraints, indexes and triggers by table,
/// kind and name; the rest by object) and renumbers every id accordingly. Same facts, same value.
SourceCatalog finishSource(CatalogObjects collected);

/// Puts the parts of several sources behind each other, in the given order, renumbering ids.
CatalogObjects mergeObjects(const std::vector<std::shared_ptr<const SourceCatalog>>& parts);

} // namespace cadastre

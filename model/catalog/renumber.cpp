// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which fields of the catalog objects are ids, and how a map is applied to them.
#include "model/catalog/renumber.h"

namespace cadastre {

namespace {

template <typename Map, typename T> void apply(const Map& map, T& id)
{
    id = map(id);
}

template <typename Map, typename T> void apply(const Map& map, std::optional<T>& id)
{
    if (id)
        id = map(*id);
}

template <typename Map, typename T> void apply(const Map& map, std::vector<T>& ids)
{
    for (T& id : ids)
        id = map(id);
}

template <typename Map> void renumberTables(CatalogObjects& objects, const Map& map)
{
    for (Schema& schema : objects.schemas)
        apply(map, schema.source);
    for (Table& table : objects.tables) {
        apply(map, table.schema);
        apply(map, table.partitionOf);
        apply(map, table.inherits);
    }
    for (Column& column : objects.columns) {
        apply(map, column.table);
        apply(map, column.userType);
    }
}

template <typename Map> void renumberTableParts(CatalogObjects& objects, const Map& map)
{
    for (Constraint& constraint : objects.constraints) {
        apply(map, constraint.table);
        apply(map, constraint.columns);
        apply(map, constraint.referencedTable);
        apply(map, constraint.referencedColumns);
    }
    for (Index& index : objects.indexes) {
        apply(map, index.table);
        apply(map, index.included);
        for (IndexPart& part : index.parts)
            apply(map, part.column);
    }
    for (Trigger& trigger : objects.triggers) {
        apply(map, trigger.table);
        apply(map, trigger.routine);
    }
}

template <typename Map> void renumberTheRest(CatalogObjects& objects, const Map& map)
{
    for (Routine& routine : objects.routines)
        apply(map, routine.schema);
    for (UserType& type : objects.types)
        apply(map, type.schema);
    for (Role& role : objects.roles) {
        apply(map, role.source);
        apply(map, role.memberOf);
        apply(map, role.bySetRole);
    }
    for (OtherObject& other : objects.others) {
        apply(map, other.source);
        apply(map, other.schema);
        apply(map, other.about);
    }
    for (Grant& grant : objects.grants) {
        apply(map, grant.object);
        apply(map, grant.grantee);
    }
    for (Dependency& dependency : objects.dependencies) {
        apply(map, dependency.dependent);
        apply(map, dependency.on);
    }
}

template <typename Map> void renumberAll(CatalogObjects& objects, const Map& map)
{
    renumberTables(objects, map);
    renumberTableParts(objects, map);
    renumberTheRest(objects, map);
}

} // namespace

IdOffsets::IdOffsets(const CatalogObjects& before)
{
    const auto set = [this](ObjectKind kind, std::size_t count) {
        m_offsets[static_cast<std::size_t>(kind)] = static_cast<int>(count);
    };
    set(ObjectKind::Source, before.sources.size());
    set(ObjectKind::Schema, before.schemas.size());
    set(ObjectKind::Table, before.tables.size());
    set(ObjectKind::Column, before.columns.size());
    set(ObjectKind::Constraint, before.constraints.size());
    set(ObjectKind::Index, before.indexes.size());
    set(ObjectKind::Trigger, before.triggers.size());
    set(ObjectKind::Routine, before.routines.size());
    set(ObjectKind::Type, before.types.size());
    set(ObjectKind::Role, before.roles.size());
    set(ObjectKind::Other, before.others.size());
}

void renumber(CatalogObjects& objects, const IdMap& map)
{
    renumberAll(objects, map);
}

void renumber(CatalogObjects& objects, const IdOffsets& offsets)
{
    renumberAll(objects, offsets);
}

} // namespace cadastre

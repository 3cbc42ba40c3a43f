// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One switch over the kinds each; see the header.
#include "model/catalog/containment.h"

namespace cadastre {

int objectCount(const CatalogObjects& objects, ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Source:
        return static_cast<int>(objects.sources.size());
    case ObjectKind::Schema:
        return static_cast<int>(objects.schemas.size());
    case ObjectKind::Table:
        return static_cast<int>(objects.tables.size());
    case ObjectKind::Column:
        return static_cast<int>(objects.columns.size());
    case ObjectKind::Constraint:
        return static_cast<int>(objects.constraints.size());
    case ObjectKind::Index:
        return static_cast<int>(objects.indexes.size());
    case ObjectKind::Trigger:
        return static_cast<int>(objects.triggers.size());
    case ObjectKind::Routine:
        return static_cast<int>(objects.routines.size());
    case ObjectKind::Type:
        return static_cast<int>(objects.types.size());
    case ObjectKind::Role:
        return static_cast<int>(objects.roles.size());
    case ObjectKind::Other:
        return static_cast<int>(objects.others.size());
    }
    Q_UNREACHABLE();
}

ObjectKind objectKindOf(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Source:
        return ObjectKind::Source;
    case KeyKind::Schema:
        return ObjectKind::Schema;
    case KeyKind::Table:
    case KeyKind::View:
    case KeyKind::MaterializedView:
    case KeyKind::ForeignTable:
        return ObjectKind::Table;
    case KeyKind::Column:
        return ObjectKind::Column;
    case KeyKind::Constraint:
        return ObjectKind::Constraint;
    case KeyKind::Index:
        return ObjectKind::Index;
    case KeyKind::Trigger:
        return ObjectKind::Trigger;
    case KeyKind::Routine:
        return ObjectKind::Routine;
    case KeyKind::Type:
        return ObjectKind::Type;
    case KeyKind::Role:
        return ObjectKind::Role;
    default:
        return ObjectKind::Other;
    }
}

ObjectRef parentOf(const Catalog& catalog, ObjectRef ref)
{
    switch (ref.kind) {
    case ObjectKind::Source:
        return ref;
    case ObjectKind::Table:
        return catalog.table({ref.index}).schema;
    case ObjectKind::Column:
        return catalog.column({ref.index}).table;
    case ObjectKind::Constraint:
        return catalog.constraint({ref.index}).table;
    case ObjectKind::Index:
        return catalog.index({ref.index}).table;
    case ObjectKind::Trigger:
        return catalog.trigger({ref.index}).table;
    case ObjectKind::Routine:
        return catalog.routine({ref.index}).schema;
    case ObjectKind::Type:
        return catalog.type({ref.index}).schema;
    case ObjectKind::Schema:
    case ObjectKind::Role:
    case ObjectKind::Other:
        return catalog.sourceOf(ref);
    }
    Q_UNREACHABLE();
}

std::optional<TableId> tableHolding(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Table:
        return TableId{object.index};
    case ObjectKind::Column:
        return catalog.column({object.index}).table;
    case ObjectKind::Constraint:
        return catalog.constraint({object.index}).table;
    case ObjectKind::Index:
        return catalog.index({object.index}).table;
    case ObjectKind::Trigger:
        return catalog.trigger({object.index}).table;
    default:
        return std::nullopt;
    }
}

} // namespace cadastre

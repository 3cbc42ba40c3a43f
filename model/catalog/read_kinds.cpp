// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/read_kinds.h"

#include "model/catalog/containment.h"

namespace cadastre {

CatalogKind catalogKindOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Source:
    case ObjectKind::Schema:
        return CatalogKind::Schemas;
    case ObjectKind::Table:
        return CatalogKind::Tables;
    case ObjectKind::Column:
        return CatalogKind::Columns;
    case ObjectKind::Constraint:
        return CatalogKind::Constraints;
    case ObjectKind::Index:
        return CatalogKind::Indexes;
    case ObjectKind::Trigger:
        return CatalogKind::Triggers;
    case ObjectKind::Routine:
        return CatalogKind::Routines;
    case ObjectKind::Type:
        return CatalogKind::Types;
    case ObjectKind::Role:
        return CatalogKind::Roles;
    case ObjectKind::Other:
        return CatalogKind::Unknown;
    }
    Q_UNREACHABLE();
}

CatalogKind catalogKindOf(const Catalog& catalog, ObjectRef object)
{
    return object.kind == ObjectKind::Other ? catalog.other({object.index}).kind
                                            : catalogKindOf(object.kind);
}

CatalogKind catalogKindOf(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Sequence:
        return CatalogKind::Sequences;
    case KeyKind::Policy:
        return CatalogKind::Policies;
    case KeyKind::Rule:
        return CatalogKind::Rules;
    case KeyKind::Event:
        return CatalogKind::Events;
    case KeyKind::Publication:
        return CatalogKind::Publications;
    case KeyKind::Subscription:
        return CatalogKind::Subscriptions;
    default:
        break;
    }
    const ObjectKind object = objectKindOf(kind);
    return object == ObjectKind::Other ? CatalogKind::Tables : catalogKindOf(object);
}

int leftOutOfScope(const Source& source)
{
    int count = 0;
    for (const Omission& omission : source.omissions)
        count += omission.what == QLatin1String("outside the chosen scope") ? omission.count : 0;
    return count;
}

} // namespace cadastre

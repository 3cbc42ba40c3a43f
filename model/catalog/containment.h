// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How many objects of a kind there are, what an object stands in, what a key names. For thinking
// that treats all kinds alike.
#pragma once

#include "model/catalog/catalog.h"

#include <array>

namespace cadastre {

/// Every kind, owners before what they hold.
inline constexpr std::array objectKinds{
    ObjectKind::Source,     ObjectKind::Schema, ObjectKind::Table,   ObjectKind::Column,
    ObjectKind::Constraint, ObjectKind::Index,  ObjectKind::Trigger, ObjectKind::Routine,
    ObjectKind::Type,       ObjectKind::Role,   ObjectKind::Other,
};

int objectCount(const CatalogObjects& objects, ObjectKind kind);

/// The kind of object that a kind of key names; `Other` for all without a vector of their own.
ObjectKind objectKindOf(KeyKind kind);

/// What an object stands in: its table, its schema or its source; a source stands in itself.
ObjectRef parentOf(const Catalog& catalog, ObjectRef ref);

/// The table that an object is or is a part of; absent for what stands beside tables.
std::optional<TableId> tableHolding(const Catalog& catalog, ObjectRef object);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Dense integer ids of the objects of one Catalog value (or of one SourceCatalog before merging).
// An id is an index into the vector of its kind and is valid inside that one value only; whatever
// outlives it stores an ObjectKey.
#pragma once

#include <QHashFunctions>

#include <compare>
#include <cstdint>

namespace cadastre {

template <typename Tag> struct Id
{
    std::int32_t index = 0;

    auto operator<=>(const Id&) const = default;
};

template <typename Tag> size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return ::qHash(id.index, seed);
}

using SourceId = Id<struct SourceTag>;
using SchemaId = Id<struct SchemaTag>;
using TableId = Id<struct TableTag>;
using ColumnId = Id<struct ColumnTag>;
using ConstraintId = Id<struct ConstraintTag>;
using IndexId = Id<struct IndexTag>;
using TriggerId = Id<struct TriggerTag>;
using RoutineId = Id<struct RoutineTag>;
using TypeId = Id<struct TypeTag>;
using RoleId = Id<struct RoleTag>;
using OtherId = Id<struct OtherTag>;

/// The kinds of objects that a catalog keeps in vectors of their own. Sequences, policies, rules,
/// publications, events and everything without a vector of its own is `Other`.
enum class ObjectKind : std::uint8_t {
    Source,
    Schema,
    Table,
    Column,
    Constraint,
    Index,
    Trigger,
    Routine,
    Type,
    Role,
    Other,
};

/// One object of a catalog, whatever its kind; valid inside that catalog only.
struct ObjectRef
{
    ObjectKind kind = ObjectKind::Source;
    std::int32_t index = 0;

    ObjectRef() = default;
    ObjectRef(ObjectKind objectKind, std::int32_t objectIndex)
        : kind(objectKind)
        , index(objectIndex)
    {
    }
    ObjectRef(SourceId id)
        : kind(ObjectKind::Source)
        , index(id.index)
    {
    }
    ObjectRef(SchemaId id)
        : kind(ObjectKind::Schema)
        , index(id.index)
    {
    }
    ObjectRef(TableId id)
        : kind(ObjectKind::Table)
        , index(id.index)
    {
    }
    ObjectRef(ColumnId id)
        : kind(ObjectKind::Column)
        , index(id.index)
    {
    }
    ObjectRef(ConstraintId id)
        : kind(ObjectKind::Constraint)
        , index(id.index)
    {
    }
    ObjectRef(IndexId id)
        : kind(ObjectKind::Index)
        , index(id.index)
    {
    }
    ObjectRef(TriggerId id)
        : kind(ObjectKind::Trigger)
        , index(id.index)
    {
    }
    ObjectRef(RoutineId id)
        : kind(ObjectKind::Routine)
        , index(id.index)
    {
    }
    ObjectRef(TypeId id)
        : kind(ObjectKind::Type)
        , index(id.index)
    {
    }
    ObjectRef(RoleId id)
        : kind(ObjectKind::Role)
        , index(id.index)
    {
    }
    ObjectRef(OtherId id)
        : kind(ObjectKind::Other)
        , index(id.index)
    {
    }

    auto operator<=>(const ObjectRef&) const = default;
};

inline size_t qHash(ObjectRef ref, size_t seed = 0) noexcept
{
    return qHashMulti(seed, static_cast<int>(ref.kind), ref.index);
}

} // namespace cadastre

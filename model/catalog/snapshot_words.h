// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The words that snapshots use for the catalog's enumerations, in the order of the enumerators.
// Part of the file format: words are added, never changed.
#pragma once

#include "model/catalog/catalog_objects.h"

#include <array>

namespace cadastre::snapshot {

template <typename Enum> struct Words;

template <> struct Words<Engine>
{
    static constexpr std::array list{"sqlite", "postgresql", "mariadb", "mysql"};
};
template <> struct Words<ReadState>
{
    static constexpr std::array list{"read", "partly", "not_read", "engine_has_none"};
};
template <> struct Words<CommentOrigin>
{
    static constexpr std::array list{"catalog", "ddl", "sidecar"};
};
template <> struct Words<TableKind>
{
    static constexpr std::array list{"table",   "partitioned", "view",   "matview",
                                     "foreign", "virtual",     "shadow", "unknown"};
};
template <> struct Words<Generated>
{
    static constexpr std::array list{"no", "stored", "virtual"};
};
template <> struct Words<Identity>
{
    static constexpr std::array list{"no", "always", "by_default", "auto_increment"};
};
template <> struct Words<ConstraintKind>
{
    static constexpr std::array list{"primary_key", "unique",    "foreign_key",
                                     "check",       "exclusion", "unknown"};
};
template <> struct Words<ReferentialAction>
{
    static constexpr std::array list{"no_action", "restrict", "cascade", "set_null", "set_default"};
};
template <> struct Words<TriggerTiming>
{
    static constexpr std::array list{"before", "after", "instead_of"};
};
template <> struct Words<RoutineKind>
{
    static constexpr std::array list{"function", "procedure", "aggregate", "window", "unknown"};
};
template <> struct Words<TypeKind>
{
    static constexpr std::array list{"enum", "domain", "composite", "range", "base", "unknown"};
};
template <> struct Words<DependencyKind>
{
    static constexpr std::array list{"reads", "writes", "calls", "other"};
};

} // namespace cadastre::snapshot

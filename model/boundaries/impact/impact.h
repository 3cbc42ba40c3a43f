// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Impact: who depends on an object, directly or through views, in which order a change has to be
// rolled out, and how far it ripples.
#pragma once

#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

class CommentedCatalog;

enum class ImpactReason : std::uint8_t { Reads, Writes, Calls, ForeignKey, Logical, Copy };

struct ImpactEntry
{
    ObjectRef object;
    ImpactReason reason = ImpactReason::Reads;
    ObjectRef through; ///< what it depends on directly: the object itself, or one nearer to it
    int distance = 1;  ///< steps to the object
    std::optional<BoundaryIndex> boundary;
    bool outside = false; ///< of another boundary than the object, or of nobody
    bool certain = true;  ///< false: an inferred relationship, or text that was not wholly read

    bool operator==(const ImpactEntry&) const = default;
};

/// One step of a rollout.
struct RolloutStep
{
    enum class Action : std::uint8_t { Drop, Change, Recreate, Adapt, Tell };
    Action action = Action::Drop;
    ObjectRef object;
    QString sentence;

    bool operator==(const RolloutStep&) const = default;
};

struct Impact
{
    ObjectRef object;
    std::vector<ImpactEntry> entries;  ///< nearest first, then by object; each object once
    std::vector<RolloutStep> rollout;  ///< drop from the outside in, change, recreate, adapt
    std::vector<BoundaryIndex> toTell; ///< boundaries to talk to, ascending
    std::vector<UnknownUse> unknown;   ///< definitions that might depend on it, too

    bool operator==(const Impact&) const = default;
};

/// Of a table, view, column, routine or type. `staged`: notes that are not written yet count, too.
Impact impactOf(const BoundaryFacts& facts, ObjectRef object,
                const CommentedCatalog* staged = nullptr);

/// How far a change of an object goes.
struct Ripple
{
    int objects = 0;   ///< that depend on it, directly or through others
    int databases = 0; ///< its own and theirs
    int owners = 0;    ///< other boundaries

    bool operator==(const Ripple&) const = default;
};
Ripple rippleOf(const Catalog& catalog, const Impact& impact);
/// Of every table, by id. Linear in uses and relationships times their depth.
std::vector<Ripple> ripples(const BoundaryFacts& facts);
/// Of all tables of a boundary together, each object outside of it once; parallel to
/// ownership.names.
std::vector<Ripple> boundaryRipples(const BoundaryFacts& facts);

/// A private object or column that nothing uses.
struct MayGo
{
    ObjectRef object;    ///< table, view or column
    QString sentence;    ///< what was looked at
    QStringList unknown; ///< what could not be known: a sentence each

    bool operator==(const MayGo&) const = default;
};
/// Private objects and columns that no contract, view, routine, trigger, index, inferred child or
/// role of another boundary uses and that carry no `@keep`. By object; columns of tables that may
/// go themselves are left out. `staged`: notes that are not written yet count, too.
std::vector<MayGo> mayGo(const BoundaryFacts& facts, const CommentedCatalog* staged = nullptr);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Start here: the tables that explain a database, as a guided tour: the most important group first,
// in it the table that explains most, then what it refers to. Where somebody stands in the tour is
// the window's to know.
#pragma once

#include "model/notes/commented_catalog.h"
#include "model/orientation/importance.h"
#include "model/orientation/table_groups.h"

namespace cadastre {

struct TourStop
{
    TableId table;
    QString what; ///< one sentence: the comment's first, else put together from columns
    QString why;  ///< one sentence with figures: "7 tables refer to it, 5 views read it."
    bool whatIsComment = false; ///< somebody wrote it

    bool operator==(const TourStop&) const = default;
};

struct TourGroup
{
    TableGroupKind kind = TableGroupKind::Schema;
    QString name;
    int tables = 0; ///< of the whole group, views apart
    int views = 0;
    std::vector<TourStop> stops;

    bool operator==(const TourGroup&) const = default;
};

struct StartHere
{
    std::vector<TourGroup> groups;
    int groupsLeftOut = 0; ///< smaller ones beyond the limit
    int tablesLeftOut = 0; ///< in those
    int tablesInAll = 0;   ///< without views
    /// Views or what they read were not fully read: they may say more than is counted.
    bool usesUnknown = false;

    bool operator==(const StartHere&) const = default;
};

struct StartHereFacts
{
    const CommentedCatalog& commented;
    const std::vector<Relationship>& relationships;
    const UseReading* uses = nullptr;
    const Ownership* ownership = nullptr; ///< null: nobody drew boundaries
    double minimumConfidence = 0.5;
};

struct StartHereOptions
{
    int groups = 12;
    int tablesPerGroup = 5;
};

/// Deterministic. A group's tables are those that explain most of it: copies, logs and link tables
/// only where it has nothing else. They stand in the order of a tour: after a table, what it refers
/// to, then what refers to those seen.
StartHere startHere(const StartHereFacts& facts, const StartHereOptions& options = {});
/// The same with what was worked out before.
StartHere startHere(const StartHereFacts& facts, const Importance& importance,
                    const std::vector<TableGroup>& groups, const StartHereOptions& options = {});

} // namespace cadastre

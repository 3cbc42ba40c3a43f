// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What to document next, ranked by how much a reader would be misled, each entry with the
// contradiction as its reason; and how much is documented already. Pure functions of the catalog,
// its relationships, who uses what, and what is staged.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/boundaries/uses/uses.h"
#include "model/notes/comment_checks.h"
#include "model/relations/relationship.h"

namespace cadastre {

struct WorklistFacts
{
    const CommentedCatalog& commented;
    const std::vector<Relationship>& relationships;
    const UseReading& uses;
    const Boundaries& boundaries;
    const Ownership& ownership;
    const Conventions& conventions;
    double minimumConfidence = 0.5;
    /// What occurs in columns that a person let be looked at; null: nothing was looked at.
    const OccurringValues* occurring = nullptr;
};

struct WorklistEntry
{
    ObjectRef object;
    double weight = 0; ///< how much a reader would be misled; higher first
    /// One sentence with figures: "The name says temporary; 42 references, 6 views, 2.1 M rows."
    QString reason;
    std::optional<CommentProblem> problem; ///< where the comment is no longer true
    /// What a comment could say, to begin with: notes that follow from the catalog, or empty.
    QString draft;

    bool operator==(const WorklistEntry&) const = default;
};

/// Heaviest first; equal ones by object. Objects that are documented and true are not on it.
std::vector<WorklistEntry> worklist(const WorklistFacts& facts);

struct Coverage
{
    int tables = 0, tablesCommented = 0;
    int columns = 0, columnsCommented = 0;
    int others = 0, othersCommented = 0; ///< routines and types; columns of views are not counted
    bool operator==(const Coverage&) const = default;
};

struct CoverageGroup
{
    QString name; ///< of a schema, boundary or owner; empty for what belongs to none
    Coverage coverage;
    /// Comments were not (fully) read for a part of it: the figures are the least there is.
    bool isPartial = false;
    bool operator==(const CoverageGroup&) const = default;
};

enum class CoverageBy : std::uint8_t { Source, Schema, Boundary, Owner, Convention };

/// One group each, by name, what belongs to none last; groups without objects are left out.
/// Objects of the engine and of extensions, partitions and shadow tables do not count.
std::vector<CoverageGroup> commentCoverage(const WorklistFacts& facts, CoverageBy by);

/// The tables and views of one group, by id; by convention also those with a column that follows
/// it.
std::vector<TableId> tablesOfGroup(const WorklistFacts& facts, CoverageBy by, const QString& name);

} // namespace cadastre

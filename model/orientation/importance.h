// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Importance: how much of a database a table explains, as one figure for ranking and the facts
// that it is made of. What is listed or drawn because of it lives elsewhere.
#pragma once

#include "model/boundaries/uses/uses.h"
#include "model/relations/relationship.h"

namespace cadastre {

/// Why a table stands behind others; of several the first.
enum class SetBack : std::uint8_t {
    None,
    Engine,    ///< belongs to the engine or to an extension, or keeps a virtual table's data
    Partition, ///< of another table
    Copy,      ///< a backup, a year's archive, a left-over of a migration tool
    Temporary, ///< the name says so, and nothing speaks against it
    Log,  ///< a log, history, queue or a tool's own book-keeping that hardly anything refers to
    Link, ///< only ties other tables together
};

struct TableImportance
{
    double score = 0; ///< 0..1; the most important table of the catalog has 1
    SetBack setBack = SetBack::None;
    int referencedBy = 0; ///< other tables that refer to it, declared or likely; stamps apart
    int stampedBy = 0;    ///< those that do so only by audit columns or columns most tables have
    int pointsAt = 0;     ///< other tables that it refers to, stamps apart
    int views = 0;        ///< that read it
    int programs = 0;     ///< routines, triggers, rules and events that use it
    int ownColumns = 0;   ///< neither key, reference nor audit column
    bool documented = false;

    bool operator==(const TableImportance&) const = default;
};

struct ImportanceFacts
{
    const Catalog& catalog;
    const std::vector<Relationship>& relationships;
    const UseReading* uses = nullptr; ///< null where it was not read
    double minimumConfidence = 0.5;   ///< weaker inferred relationships are none
};

struct Importance
{
    std::vector<TableImportance> tables; ///< by TableId

    [[nodiscard]] const TableImportance& of(TableId table) const { return tables[table.index]; }
    /// Of the table that the object is or is a part of; 0 for what stands beside tables.
    [[nodiscard]] double score(const Catalog& catalog, ObjectRef object) const;
    /// All tables, the most important first; equal ones by id.
    [[nodiscard]] std::vector<TableId> ranked() const;

    bool operator==(const Importance&) const = default;
};

/// A sum of what refers to the table (each other table once, weighed by confidence), what it refers
/// to, views and programs, on a logarithmic scale; plus rows, columns of its own, a comment; less
/// where it is set back. Sums, not PageRank: each figure can be shown to a person, a change far
/// away moves nothing here, and rank would gather in tables that refer to nothing (countries,
/// users) as in sinks. So that such hubs do not drown the others, an audit column (`created_by`)
/// and a reference that most tables have (a tenant, `createdby`) count together next to nothing:
/// what every table says tells none apart. Linear; the same input gives the same figures.
Importance tableImportance(const ImportanceFacts& facts);

} // namespace cadastre

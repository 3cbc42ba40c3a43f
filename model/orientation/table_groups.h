// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The groups in which a database is explained: boundaries where a person drew some, for the rest
// schemas, else the parts that names and relationships suggest. How groups are drawn is decided
// elsewhere.
#pragma once

#include "model/boundaries/ownership/ownership.h"
#include "model/boundaries/uses/uses.h"
#include "model/relations/relationship.h"

namespace cadastre {

enum class TableGroupKind : std::uint8_t {
    Boundary,
    Schema,
    Part, ///< suggested by names, relationships and uses
    Rest, ///< what belongs to none of the others
};

struct TableGroup
{
    TableGroupKind kind = TableGroupKind::Schema;
    QString name;                   ///< unique; of Rest: "Other tables"
    std::optional<SchemaId> schema; ///< of Schema
    std::vector<TableId> tables;    ///< by id; views and foreign tables, too

    bool operator==(const TableGroup&) const = default;
};

struct TableGroupFacts
{
    const Catalog& catalog;
    const std::vector<Relationship>& relationships;
    const UseReading* uses = nullptr;
    const Ownership* ownership = nullptr; ///< null: nobody drew boundaries
    double minimumConfidence = 0.5;
};

/// Every table is in one group; those of the engine, of extensions, partitions and the tables in
/// which SQLite keeps a virtual one are in none. Schemas of more than 60 tables, and a schema that
/// is the only one, fall into parts; one boundary changes nothing for what it does not own. By
/// name, Rest last. Below a second at 10,000 tables.
std::vector<TableGroup> tableGroups(const TableGroupFacts& facts);

/// Whether a table is somebody's to understand: see tableGroups().
bool isExplained(const Catalog& catalog, TableId table);

} // namespace cadastre

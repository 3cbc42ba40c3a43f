// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables in the wide sense (everything with columns: tables, views, foreign and virtual tables) and
// their columns.
#pragma once

#include "model/catalog/object_base.h"

namespace cadastre {

enum class TableKind : std::uint8_t {
    Table,
    PartitionedTable,
    View,
    MaterializedView,
    ForeignTable,
    VirtualTable,
    ShadowTable, ///< keeps the data of an SQLite virtual table
    Unknown,
};

struct Table : ObjectBase
{
    SchemaId schema;
    TableKind kind = TableKind::Table;
    QString kindCode; ///< the engine's own code or word when kind is Unknown
    /// The parent of which this is a partition.
    std::optional<TableId> partitionOf;
    QString partitionBound; ///< "FOR VALUES IN (...)", "VALUES LESS THAN (2019)"
    QString partitionKey;   ///< "RANGE (created_at)" of a partitioned table
    std::vector<TableId> inherits;
    /// SELECT text of a view as the server keeps it.
    QString viewDefinition;
    /// What is missing when the server cannot resolve the view; absent when it is sound or no view.
    std::optional<QString> broken;
    /// The server's own CREATE text, where it has one.
    QString ddl;
    QString foreignServer;
    QString virtualModule; ///< of a virtual table: "fts5"
    QString collation;
    QString characterSet;
    bool systemVersioned = false;
    bool rowSecurity = false;
    std::optional<double> rowEstimate; ///< rows, as the server's statistics have it
    std::optional<qint64> sizeBytes;   ///< estimate, from pages

    bool operator==(const Table&) const = default;
};

enum class Generated : std::uint8_t { No, Stored, Virtual };
enum class Identity : std::uint8_t { No, Always, ByDefault, AutoIncrement };

struct Column : ObjectBase
{
    TableId table;
    int position = 0;               ///< 1-based, gaps possible
    QString type;                   ///< full type text: "numeric(10,2)", "character varying(80)[]"
    std::optional<TypeId> userType; ///< enum, domain or composite type of this catalog
    bool nullable = true;
    bool hidden = false; ///< invisible (MariaDB), hidden (SQLite virtual tables)
    Generated generated = Generated::No;
    Identity columnIdentity = Identity::No;
    std::optional<QString> defaultExpression;
    QString generationExpression;
    QString collation; ///< only where it differs from the type's or table's
    QString characterSet;

    bool operator==(const Column&) const = default;
};

[[nodiscard]] inline bool isView(const Table& table)
{
    return table.kind == TableKind::View || table.kind == TableKind::MaterializedView;
}

/// "table", "view", "materialized view", "foreign table", ... in lower case, for people.
QString tableKindName(TableKind kind);

} // namespace cadastre

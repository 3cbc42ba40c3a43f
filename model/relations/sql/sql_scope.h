// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The names that one query can use: its ranges with their columns, each traced to the base table's
// column where it is one, and what the queries around it offer. Which conditions hold is not known
// here.
#pragma once

#include "model/relations/sql/catalog_names.h"
#include "model/relations/sql/sql_query.h"

#include <deque>

namespace cadastre {

/// A column of a range; without an id it is computed.
struct TracedColumn
{
    QString name;
    std::optional<ColumnId> column;
};

/// Columns of a table, view or query in order. Not known: null.
using TracedColumns = std::shared_ptr<const std::vector<TracedColumn>>;

/// A range under the name by which its query speaks of it. Its address is its identity.
struct BoundRange
{
    QString alias;
    QString schema;             ///< of a table without alias
    TracedColumns columns;      ///< null when unknown
    bool onlyQualified = false; ///< NEW and OLD: never meant by a column alone
};

/// A column and the range it is read from.
struct BoundColumn
{
    const BoundRange* range = nullptr;
    ColumnId column;
};

struct BoundLiteral
{
    BoundColumn column;
    QString value;
};

struct NamedColumns
{
    QString name;
    TracedColumns columns;
};

struct SqlScope
{
    const CatalogNames* names = nullptr;
    const SqlScope* outer = nullptr;
    std::deque<BoundRange> ranges;
    std::vector<NamedColumns> commonTables;
    QStringList mergedColumns; ///< of USING and NATURAL: not ambiguous although in several ranges
    std::vector<BoundLiteral> literals; ///< that hold for every row of the query
};

/// The column that `name` means, looked for from the inside out. Absent when it is none, computed,
/// ambiguous, or could belong to a range whose columns are unknown.
std::optional<BoundColumn> resolveSqlColumn(const SqlScope& scope, const QStringList& name);

/// The range that a qualifier (`t` or `schema.t`) means; null when there is none.
const BoundRange* resolveSqlRange(const SqlScope& scope, const QStringList& qualifier);

/// The column of this name in a range; null when there is none.
const TracedColumn* columnOfRange(const CatalogNames& names, const BoundRange& range,
                                  const QString& name);

/// The common table expression of this name; null when there is none.
const NamedColumns* resolveCommonTable(const SqlScope& scope, const QString& name);

} // namespace cadastre

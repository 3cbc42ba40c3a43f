// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names of tables and columns as people write them in comments: `schema.table.column`,
// `table(a, b)`, quoted or not, in any case; and what of the catalog they mean.
#pragma once

#include "model/relations/sql/catalog_names.h"

namespace cadastre {

/// A name in a text.
struct WrittenName
{
    QStringList parts;   ///< separated by dots, quotes taken off
    QStringList columns; ///< in parentheses behind it; empty for none
    bool quoted = false;
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind it

    [[nodiscard]] bool isQualified() const { return parts.size() > 1 || !columns.isEmpty(); }
};

/// The name that begins at `from`, blanks skipped; absent when there is none.
std::optional<WrittenName> writtenName(const QString& text, qsizetype from);

/// `(a, b)` at `from`, blanks skipped, and where it ends; absent when there is none.
struct WrittenColumns
{
    QStringList names;
    qsizetype end = 0;
};
std::optional<WrittenColumns> writtenColumns(const QString& text, qsizetype from);

/// What a name means to the comments of one table.
struct NamedTarget
{
    std::optional<TableId> table;
    std::vector<ColumnId> columns; ///< empty: not said, or missing
    QString missingTable;          ///< of a table that is not there
    QString missingColumn;         ///< of a column that is not there; `table` is
};

/// `tableOnly`: a name with dots is a schema and a table, never a table and a column.
NamedTarget namedTarget(const Catalog& catalog, const CatalogNames& names, const QString& schema,
                        const WrittenName& name, bool tableOnly);

/// The column of a table; an exact name goes before one that differs in case.
std::optional<ColumnId> columnNamed(const Catalog& catalog, TableId table, const QString& name);

} // namespace cadastre

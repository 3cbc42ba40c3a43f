// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Equalities between columns that SQL text states: join conditions of views, routines, triggers,
// statement statistics and files. What they mean for relationships lives beside this folder.
#pragma once

#include "model/catalog/catalog.h"

#include <atomic>

namespace cadastre {

/// Who says so. Equal texts of one place count once.
enum class SqlPlace : std::uint8_t { View, Routine, Trigger, Statistics, File };

/// `left[i] = right[i]` for all i, in one condition of one statement.
struct SqlJoin
{
    std::vector<ColumnId> left;  ///< of one table; never empty
    std::vector<ColumnId> right; ///< of one table (may be the same), parallel to `left`
    SqlPlace place = SqlPlace::View;
    QString placeName; ///< view, routine, trigger or file as people read it
    /// Literals that stand beside the condition: `type_column = 'Post'`. For polymorphic pairs.
    struct Literal
    {
        ColumnId column;
        QString value;

        bool operator==(const Literal&) const = default;
    };
    std::vector<Literal> literals;
    /// Not compared: the statement writes the value of one column into the other (UPDATE .. SET,
    /// INSERT). Columns of one name are left out, because that is how rows are copied.
    bool assigned = false;

    bool operator==(const SqlJoin&) const = default;
};

/// A text, or part of one, that could not be used.
struct SqlSkipped
{
    QString placeName;
    QString why; ///< one sentence

    bool operator==(const SqlSkipped&) const = default;
};

struct SqlReading
{
    std::vector<SqlJoin> joins; ///< sorted by place, name, columns
    std::vector<SqlSkipped> skipped;
    int textsRead = 0;

    bool operator==(const SqlReading&) const = default;
};

/// One statement or script from outside the catalog.
struct SqlText
{
    QString text;
    SqlPlace place = SqlPlace::File;
    QString placeName;
    SourceId source;       ///< whose dialect it is in, and whose names it means
    QString defaultSchema; ///< for names without one; empty: the source's own
};

/// Reads the definitions of all views, materialized views, routines and triggers of the catalog.
/// What does not parse is in `skipped`; nothing fails. Stops early when `cancelled`.
SqlReading readCatalogSql(const Catalog& catalog, const std::atomic_bool& cancelled);

/// The same for texts from outside.
SqlReading readSqlTexts(const Catalog& catalog, const std::vector<SqlText>& texts,
                        const std::atomic_bool& cancelled);

} // namespace cadastre

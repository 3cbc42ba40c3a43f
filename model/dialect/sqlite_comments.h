// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which comment inside a CREATE TABLE text belongs to which column. The text's structure is found
// by sqlite_ddl.
#pragma once

#include "model/dialect/sqlite_tokens.h"

namespace cadastre {

/// Where the parts of a CREATE TABLE stand, as positions in the text. Items are columns and table
/// constraints in order, without their commas.
struct SqliteTableLayout
{
    qsizetype open = 0;  ///< of the parenthesis
    qsizetype close = 0; ///< of the closing one; the end of the text without one
    struct Item
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    std::vector<Item> items;
};

struct SqliteComments
{
    QString table;
    std::vector<QString> items; ///< parallel to SqliteTableLayout::items
};

/// As described at parseSqliteTable(). `tokens` are all tokens of `sql`.
SqliteComments sqliteComments(QStringView sql, const std::vector<SqliteToken>& tokens,
                              const SqliteTableLayout& layout);

/// The words of one comment token: without its marks, lines trimmed; empty for a mere ruler.
QString sqliteCommentWords(QStringView comment);

} // namespace cadastre

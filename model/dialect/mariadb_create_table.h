// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The text of SHOW CREATE TABLE taken apart as far as its comments go: the lines of columns and
// indexes, where each one's COMMENT stands, and whether two texts differ in comments only. Written
// for sessions without ANSI_QUOTES and with sql_quote_show_create=1. Statements are elsewhere.
#pragma once

#include "model/dialect/mariadb_spans.h"

namespace cadastre::mariadb {

enum class TableItemKind : std::uint8_t { Column, Index, Other };

/// Which list an index stands in: the server keeps the order of creation inside each.
enum class IndexGroup : std::uint8_t { Primary, Unique, Plain, FullText };

struct TableItem
{
    TableItemKind kind = TableItemKind::Other;
    IndexGroup group = IndexGroup::Plain;
    QString name; ///< of an index "PRIMARY" or its own; empty for others
    qsizetype start = 0;
    qsizetype end = 0; ///< behind the line, before its comma
    /// ` COMMENT '..'` with the blank before it; start == end for none, at the place where one goes
    qsizetype commentStart = 0;
    qsizetype commentEnd = 0;
    QByteArray comment; ///< unescaped bytes

    bool operator==(const TableItem&) const = default;
};

struct CreateTableText
{
    QByteArray sql;
    BackslashMode mode = BackslashMode::Escapes;
    std::vector<Span> spans;
    std::vector<TableItem> items; ///< in the text's order
    qsizetype optionsStart = 0;   ///< behind the list of items
    qsizetype commentStart = 0;   ///< of the table's ` COMMENT='..'`; start == end for none
    qsizetype commentEnd = 0;
    QByteArray comment;

    /// Exactly this name; null for none.
    [[nodiscard]] const TableItem* column(const QString& name) const;
    [[nodiscard]] const TableItem* index(const QString& name) const;
    [[nodiscard]] QByteArray line(const TableItem& item) const
    {
        return sql.mid(item.start, item.end - item.start);
    }
};

/// Fails for what is no CREATE TABLE with a list of columns.
Result<CreateTableText> parseCreateTable(const QByteArray& sql, BackslashMode mode);

/// Whose comment may differ; by name.
struct CommentedParts
{
    bool table = false;
    QStringList columns;
    QStringList indexes;
};

/// The text without these comments: what must be the same before and after.
QByteArray withoutComments(const CreateTableText& table, const CommentedParts& parts);
/// Whether nothing but these comments differs.
bool sameButComments(const CreateTableText& before, const CreateTableText& after,
                     const CommentedParts& parts);

} // namespace cadastre::mariadb

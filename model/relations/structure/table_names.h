// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Tables by the words of their names, and which table a written value means: `App\Models\Post`,
// `Admin::BlogPost`, `blog.post`, `blog_posts`. Nothing here looks at columns that refer.
#pragma once

#include "model/relations/structure/representatives.h"

#include <QHash>

#include <span>

namespace cadastre {

class TableNames
{
public:
    /// Tables outside the scope are not in it.
    TableNames(const Catalog& catalog, const InferenceScope& scope);

    /// The table whose whole name is these words, whatever the spelling and number; in the schema
    /// of `near` before other schemas of the same source. Absent when there is none, or several
    /// elsewhere.
    [[nodiscard]] std::optional<TableId> named(const QString& joinedWords, TableId near) const;
    /// The same for tables whose name ends with these words and has others in front.
    [[nodiscard]] std::optional<TableId> endingWith(const QString& joinedWords, TableId near) const;
    /// All tables of `named` and `endingWith`, in any schema of the source of `near`; at most a
    /// few.
    [[nodiscard]] bool isAnyNamed(const QString& joinedWords, TableId near) const;
    /// The words of a table's name.
    [[nodiscard]] const QStringList& wordsOf(TableId table) const { return m_words[table.index]; }

    /// The table that a value of a type column means when written near a table: names of classes
    /// with modules in front, names of tables, Django's app.model, singular or plural. Absent when
    /// none fits or several do.
    [[nodiscard]] std::optional<TableId> meantBy(const QString& value, TableId near) const;

private:
    using Index = QHash<QString, std::vector<TableId>>;

    [[nodiscard]] std::optional<TableId> nearest(const Index& index, const QString& words,
                                                 TableId near) const;
    [[nodiscard]] std::optional<TableId> ofModule(std::span<const TableId> tables,
                                                  TableId near) const;
    [[nodiscard]] std::optional<TableId> onlyOne(const std::vector<TableId>& tables,
                                                 TableId near) const;
    [[nodiscard]] std::optional<TableId> abbreviated(const QStringList& words, TableId near) const;

    const Catalog& m_catalog;
    std::vector<QStringList> m_words; ///< by index of table
    Index m_whole;
    Index m_endings;
};

/// The single column that a reference to this table would hold: the primary key, or a unique
/// column, of the same type as `child` where there is one. Absent when every key is composite.
std::optional<ColumnId> keyFor(const Catalog& catalog, TableId table, ColumnId child);

} // namespace cadastre

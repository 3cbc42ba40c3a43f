// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// One sentence about a table: what it is and why it matters, for lists that people read. Which
// tables are listed is decided by the lists.
#pragma once

#include "model/notes/commented_catalog.h"
#include "model/orientation/importance.h"

namespace cadastre {

/// The first sentence of a comment's human words on one line, cut with an ellipsis behind
/// `longest`; empty where it has no words.
QString firstSentence(const QString& comment, int longest = 160);

/// Up to `most` names, quoted as people read them, then how many follow: "a, b and 3 more".
QString namesAndMore(const QStringList& names, int most);

class TableSentences
{
public:
    /// Everything outlives it.
    TableSentences(const CommentedCatalog& commented,
                   const std::vector<Relationship>& relationships, const Importance& importance,
                   double minimumConfidence);

    /// "Holds number, placed_on, total and 9 more; belongs to customers." of a table without words.
    [[nodiscard]] QString what(TableId table) const;
    [[nodiscard]] bool hasWords(TableId table) const;
    /// "7 tables refer to it (order_items, shipments and 5 more), 5 views read it."
    [[nodiscard]] QString why(TableId table) const;

    /// Other tables, the most important first, each once; stamps and copies apart.
    [[nodiscard]] const std::vector<TableId>& refersTo(TableId table) const
    {
        return m_parents[table.index];
    }
    [[nodiscard]] const std::vector<TableId>& referredBy(TableId table) const
    {
        return m_children[table.index];
    }

private:
    [[nodiscard]] QString holds(TableId table) const;
    [[nodiscard]] QStringList namesOf(const std::vector<TableId>& tables) const;
    void sortByImportance(std::vector<TableId>& tables) const;

    const CommentedCatalog& m_commented;
    const Catalog& m_catalog;
    const Importance& m_importance;
    std::vector<std::vector<TableId>> m_parents;
    std::vector<std::vector<TableId>> m_children;
    std::vector<bool> m_isReference; ///< by column
};

} // namespace cadastre

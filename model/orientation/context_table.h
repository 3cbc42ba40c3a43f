// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a context says of one table: in full, or on one line. How many there are is decided in
// context.
#pragma once

#include "model/orientation/context.h"

#include <QStringList>

namespace cadastre {

class ContextTables
{
public:
    /// Everything outlives it.
    ContextTables(const ContextFacts& facts, bool withValues);

    /// Lines with their line ends; joins that are told with the child are told there. `alsoFull`
    /// says by TableId which tables are told in full, so that each join stands once.
    [[nodiscard]] QString full(TableId table, const std::vector<bool>& alsoFull) const;
    [[nodiscard]] QString line(TableId table) const;
    /// Tables that the relationships tie to this one.
    [[nodiscard]] std::vector<TableId> neighbours(TableId table) const;

private:
    [[nodiscard]] QString head(TableId table) const;
    [[nodiscard]] QStringList tableLines(TableId table) const;
    [[nodiscard]] QStringList columnLines(TableId table) const;
    [[nodiscard]] QStringList keyLines(TableId table) const;
    [[nodiscard]] QStringList joinLinesOf(TableId table, const std::vector<bool>& alsoFull) const;
    [[nodiscard]] QStringList incomingLines(TableId table, const std::vector<bool>& alsoFull) const;
    [[nodiscard]] QStringList warningLines(TableId table) const;
    [[nodiscard]] QStringList noteTexts(ObjectRef object) const;
    [[nodiscard]] QString columnFlags(ColumnId column) const;
    [[nodiscard]] QStringList contractViews(TableId table) const;
    [[nodiscard]] QString nameOf(ColumnId column) const;
    [[nodiscard]] QString namesOf(const std::vector<ColumnId>& columns) const;

    const ContextFacts& m_facts;
    const Catalog& m_catalog;
    bool m_withValues;
    QHash<ColumnId, QStringList> m_allowed;
    std::vector<std::vector<int>> m_asChild;  ///< by TableId: relationships
    std::vector<std::vector<int>> m_asParent; ///< the same
    std::vector<bool> m_isPrimary;            ///< by ColumnId
};

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which tables have nearly the same columns: a lookup that does not compare every table with every
// other one. What follows from it is decided in match.h.
#pragma once

#include "model/catalog/catalog.h"

#include <QSet>

namespace cadastre {

/// Below this share of common column names two tables are different tables.
constexpr double similarTables = 0.7;

QSet<QString> columnNamesOf(const Catalog& catalog, TableId id);

/// The tables of one schema by their columns.
class SimilarTables
{
public:
    void add(int table, QSet<QString> columns);
    /// Tables that share at least `similarTables` of all columns of both, with that share, in the
    /// order in which they were added.
    [[nodiscard]] std::vector<std::pair<int, double>> similarTo(const QSet<QString>& columns) const;

private:
    [[nodiscard]] std::vector<int> candidatesFor(const QSet<QString>& columns) const;

    std::vector<std::pair<int, QSet<QString>>> m_tables;
    QHash<QString, QList<int>> m_byColumn; ///< places in m_tables
};

} // namespace cadastre

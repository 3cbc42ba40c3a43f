// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FreeNames: names for new indexes and constraints that clash with nothing in their schema and fit
// the engine. The same catalog and the same order of asking give the same names.
#pragma once

#include "model/catalog/catalog.h"

#include <QSet>

namespace cadastre {

class FreeNames
{
public:
    explicit FreeNames(const Catalog& catalog);

    /// `table_column_column` and the suffix ("_fkey"), cut to what the engine takes (63 bytes in
    /// PostgreSQL, 64 characters in MariaDB and MySQL) between characters, with a number where it
    /// is taken. The name is taken from then on.
    QString take(TableId table, const std::vector<ColumnId>& columns, const QString& suffix);

private:
    const Catalog& m_catalog;
    QHash<SchemaId, QSet<QString>> m_taken; ///< case folded: engines differ, this fits all
};

} // namespace cadastre

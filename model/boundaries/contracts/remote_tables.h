// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Remote tables: which table of another source of the workspace a foreign table stands for, told by
// the server's and the table's options.
#pragma once

#include "model/catalog/catalog.h"

namespace cadastre {

/// What a foreign table says of its other end.
struct RemoteName
{
    QString host; ///< empty where the options do not say
    QString port;
    QString database;
    QString schema;
    QString table;

    bool operator==(const RemoteName&) const = default;
};
/// Absent for what is no foreign table, or where its options do not name a table.
std::optional<RemoteName> remoteNameOf(const Catalog& catalog, TableId foreignTable);

/// The table in another source of this catalog: by database, schema and table name, and by host and
/// port where both are known and more than one source would do. Absent when there is none.
std::optional<TableId> remoteTableOf(const Catalog& catalog, TableId foreignTable);

/// What a column of a foreign table is called at the other end: its option column_name, else its
/// own name.
QString remoteColumnName(const Column& column);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names that people may have meant when they wrote one that is not there, and names in texts that
// are of files and addresses.
#pragma once

#include "model/relations/sql/comment_names.h"

namespace cadastre {

/// Letters to change, add, leave out or swap; more than `limit` is `limit + 1`.
int editDistance(QStringView first, QStringView second, int limit);

/// The one table of the source whose name is almost the missing one, begins it or is begun by it,
/// as people read it; empty for none or several. Views are left out.
QString nearTable(const Catalog& catalog, SourceId source, const QString& missing);

/// The one column of the table whose name is almost the missing one, or its end; empty for none or
/// several.
QString nearColumn(const Catalog& catalog, TableId table, const QString& missing);

/// orders.csv, www.example.org, e.g.
bool isFileOrAddress(const QString& words, const WrittenName& name);

} // namespace cadastre

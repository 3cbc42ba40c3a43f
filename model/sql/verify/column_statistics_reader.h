// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statistics that a server keeps of its columns anyway, read only when a person asked for it,
// into memory only. What they say about relationships lives in model/relations.
#pragma once

#include "model/relations/column_statistics.h"
#include "model/sql/source_reader.h"

namespace cadastre {

/// One statement for all columns of the source: pg_stats, mysql.column_stats or
/// information_schema.COLUMN_STATISTICS. Values only of number and date columns. Columns without
/// statistics are missing. Fails with a sentence where the server keeps none (SQLite; MariaDB
/// before ANALYZE TABLE .. PERSISTENT) or does not show them. Blocks.
Result<StatisticsByColumn> readColumnStatistics(const Catalog& catalog, SourceId source,
                                                const DatabaseAddress& address,
                                                const QString& password, const ReadOptions& options,
                                                ReadControl& control);

} // namespace cadastre

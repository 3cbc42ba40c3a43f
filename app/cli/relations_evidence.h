// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What `cadastre relations` gathers beside the catalog before anything is inferred: joins that SQL
// states, statistics that servers keep. What it proves lives in model/relations.
#pragma once

#include "app/cli/opened_database.h"
#include "app/cli/relations_options.h"
#include "model/relations/inference.h"

namespace cadastre {

struct RelationsEvidence
{
    SqlReading sql;
    std::optional<StatisticsByColumn> statistics; ///< absent when nobody asked

    /// As inference takes it; valid as long as this value.
    [[nodiscard]] InferenceOptions inferenceOptions(double minimumConfidence) const;
};

/// Reads what the options ask for: the SQL of the catalog always, files and remembered statements
/// and statistics when asked. What could not be read is a warning on standard error; fails only
/// where the files of --sql are not there.
Result<RelationsEvidence> readRelationsEvidence(const RelationsOptions& options,
                                                const OpenedDatabase& database);

/// "Parts of SQL were not read: view v (...); and 2 more"; empty where nothing was skipped.
QString skippedSqlText(const SqlReading& reading);

} // namespace cadastre

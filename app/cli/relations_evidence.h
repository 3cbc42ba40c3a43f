// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What `cadastre relations` gathers beside the catalog before anything is inferred: joins that SQL
// states. What it proves lives in model/relations.
#pragma once

#include "app/cli/opened_database.h"
#include "app/cli/relations_options.h"
#include "model/relations/inference.h"

namespace cadastre {

struct RelationsEvidence
{
    SqlReading sql;

    /// As inference takes it; valid as long as this value.
    [[nodiscard]] InferenceOptions inferenceOptions(double minimumConfidence) const;
};

/// Reads what the options ask for. SQL that could not be read is one warning on standard error.
RelationsEvidence readRelationsEvidence(const RelationsOptions& options,
                                        const OpenedDatabase& database);

/// "3 of 120 SQL texts were not read: view v (...); and 2 more"; empty where nothing was skipped.
QString skippedSqlText(const SqlReading& reading);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Inferred relationships: which columns point at which keys although nobody declared it, with the
// evidence and a probability. Value in, value out; no database, no settings.
#pragma once

#include "model/relations/column_statistics.h"
#include "model/relations/decisions.h"
#include "model/relations/sql/sql_joins.h"

namespace cadastre {

struct Weights;

struct InferenceOptions
{
    /// Equalities from SQL; readCatalogSql() gives those of the catalog itself.
    const SqlReading* sql = nullptr;
    /// What the server's statistics say; null when nobody asked for them.
    const StatisticsByColumn* statistics = nullptr;
    /// Of signals; those that are compiled in when null.
    const Weights* weights = nullptr;
    /// Weaker ones are left out.
    double minimumConfidence = 0.1;
    /// Treats declared foreign keys as unknown, to measure the inference against them.
    bool hideDeclared = false;
};

/// Inferred relationships and what a person decided: confirmed and added ones have confidence 1,
/// rejected ones 0 and origin Rejected. Columns of a declared foreign key get no inferred parent.
/// Declared relationships themselves are not in it. Sorted by child table, first child column,
/// confidence descending. At most one accepted inferred parent per set of child columns, unless
/// polymorphic.
std::vector<Relationship> inferRelationships(const Catalog& catalog, const Decisions& decisions,
                                             const InferenceOptions& options = {});

/// declaredRelationships() followed by inferRelationships().
std::vector<Relationship> allRelationships(const Catalog& catalog, const Decisions& decisions,
                                           const InferenceOptions& options = {});

} // namespace cadastre

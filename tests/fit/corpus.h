// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Schemas with known truth, for fitting and measuring inference: a folder per schema with
// schema.postgres.sql (or a snapshot of it) and truth.tsv. Nothing of it is part of the project.
#pragma once

#include "model/catalog/catalog.h"

#include <QSet>

#include <set>

namespace cadastre::fit {

/// Child column and key, one pair per column of the reference, ascending.
using TrueReference = std::vector<std::pair<ColumnId, ColumnId>>;

struct TruePair
{
    std::optional<ColumnId> type; ///< the column that chooses the table
    QSet<TableId> targets;        ///< empty: any
};

struct CorpusSchema
{
    QString name;
    std::shared_ptr<const Catalog> catalog;
    /// True single-column references, also those that the source forgot (adjudicated).
    QHash<ColumnId, QSet<ColumnId>> keysOf;
    QHash<ColumnId, QSet<ColumnId>> forgotten; ///< of them, those of adjudicated.tsv
    std::set<TrueReference> truth;             ///< of any number of columns
    std::set<TrueReference> forgottenReferences;
    QHash<ColumnId, TruePair> polymorphic; ///< by id column
    int references = 0;                    ///< single-column ones of `truth`
    int missing = 0;                       ///< rows that name no object of the catalog
};

/// Reads `folder`/NAME/truth.tsv and the snapshot `snapshots`/NAME.catalog.json of every schema.
Result<std::vector<CorpusSchema>> readCorpus(const QString& folder, const QString& snapshots);

} // namespace cadastre::fit

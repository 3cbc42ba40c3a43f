// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is said of pairs of columns elsewhere than in their names: joins in SQL, comments, the names
// of link tables. Collected once per inference; its pairs are candidates, and signals ask for it.
#pragma once

#include "model/relations/engine/candidates.h"
#include "model/relations/sql/comment_references.h"
#include "model/relations/sql/sql_joins.h"
#include "model/relations/structure/link_tables.h"

namespace cadastre {

/// What is said of one column and one key.
struct PairEvidence
{
    QStringList sqlPlaces; ///< views, routines, triggers, files: each once, in reading order
    int statements = 0;    ///< of them, statements that programs sent
    QString tag;           ///< of a comment: "@references orders(id)"
    QString words;         ///< of a comment: "FK to orders.id"
    QString linkTable;     ///< sentence: the name of the link table names the target
};

struct OutsideEvidence
{
    QHash<std::pair<ColumnId, ColumnId>, PairEvidence> pairs; ///< child, key

    [[nodiscard]] const PairEvidence* find(ColumnId child, ColumnId key) const;
    /// By child, then key.
    [[nodiscard]] std::vector<OutsideCandidate> candidates() const;
};

/// Joins count in the direction of a key; where both columns are keys, in both. Readings may be
/// null.
OutsideEvidence collectOutsideEvidence(const SchemaProfile& profile, const SqlReading* sql,
                                       const CommentReading* comments,
                                       const std::vector<LinkTableReference>& links);

} // namespace cadastre

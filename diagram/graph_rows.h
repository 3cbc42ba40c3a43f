// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The content of one box: title, subtitle, rows with their marks, badges. What is shown at all and
// what is connected is decided elsewhere.
#pragma once

#include "diagram/boxes.h"
#include "diagram/relationship_filter.h"

#include <QSet>

namespace cadastre {

/// Columns of some tables by what is said about them, so that making 10,000 boxes asks once.
struct ColumnFacts
{
    QSet<ColumnId> primary;
    QSet<ColumnId> foreign; ///< child columns of a foreign key
    QSet<ColumnId> related; ///< at either end of a relationship, whoever knows it
    QSet<ColumnId> unique;  ///< alone
    QSet<ColumnId> indexed;
};
/// Of these tables only: a picture of few costs little. `filter`: the relationships that count.
ColumnFacts columnFacts(const Catalog& catalog, const std::vector<TableId>& tables,
                        const std::vector<Relationship>& relationships,
                        const RelationshipFilter& filter);

/// What its comment says an object should be called; empty where that is its name.
QString meantName(const ObjectBase& object);

/// The node of a table without its group and folded tables; the size is measured later.
DiagramNode tableNode(const Catalog& catalog, TableId table, const ColumnFacts& facts,
                      bool foldWideTable);

/// A name on one line: control characters become visible signs.
QString visibleName(const QString& name);

/// The usual short form: "varchar(80)", "timestamptz", "enum('a', 'b', …)".
QString shortTypeText(const QString& type);

/// "≈ 2.1 M rows", "≈ 830 rows", "1 row".
QString rowEstimateText(double rows);

} // namespace cadastre

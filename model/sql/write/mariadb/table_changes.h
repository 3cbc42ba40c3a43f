// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The clauses of ALTER TABLE that give an object of a table another comment, made from what the
// table is now. Values in, values out; sending them is the table writer's.
#pragma once

#include "model/sql/write/mariadb/table_state.h"

namespace cadastre::mariadb {

/// What the server can do and the person allowed.
struct ChangeRules
{
    bool isMariaDb = true;
    bool keepsTimestamps = true;
    bool allowCopy = false;
    /// Rows of mysql.index_stats of the table, which changing an index's comment drops.
    bool hasIndexStatistics = false;
};

struct TableChange
{
    const PreparedEdit* edit = nullptr;
    AlterAlgorithm algorithm = AlterAlgorithm::Instant;
    QString refusal; ///< why it cannot be sent; empty where it can
    QStringList warnings;

    [[nodiscard]] bool isIndex() const { return edit->target.kind == TargetKind::Index; }
};

/// How an edit is to be sent to the table that `state` describes. The object is there.
TableChange changeOf(const TableState& state, const PreparedEdit& edit, const ChangeRules& rules);

enum class Direction : std::uint8_t { Forward, Back };

/// One ALTER TABLE for all of these, which are either indexes or not: to `after`, or back to
/// `before`. `state` gives the lines.
QByteArray alterStatement(const TableState& state, const std::vector<TableChange>& changes,
                          const ChangeRules& rules, Direction direction);

/// Whose comments these change.
CommentedParts partsOf(const std::vector<TableChange>& changes);
/// The columns among the edits' objects, whose lines are sent.
QStringList columnsOf(const CommentUnit& unit);

/// What is told before it is sent: the statement for all, what takes each back for itself.
PlannedComment plannedChange(const TableState& state, const TableChange& change,
                             const ChangeRules& rules, const QByteArray& statement);

} // namespace cadastre::mariadb

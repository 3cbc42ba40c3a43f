// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands on decisions: confirming, rejecting, choosing another target, drawing by hand, taking
// back, reasons. The document must outlive its commands. Undo restores exactly what was there.
#pragma once

#include "model/relations/decisions.h"
#include "model/workspace/command.h"

namespace cadastre {

/// Confirms or rejects proposals, one or many at once: "Confirm orders.customer_id → customers.id",
/// "Reject 12 relationships", "Confirm 214 relationships to organizations". Polymorphic ones are
/// decided with all their targets. What a person has added stays added when it is confirmed.
Command decideRelationships(Decisions& decisions, const Catalog& catalog,
                            const std::vector<Relationship>& relationships, DecisionKind kind,
                            const QString& reason, IsAlive isAlive);

/// Takes decisions back, so that the relationships are proposals again or, drawn ones, gone.
Command undecideRelationships(Decisions& decisions, const Catalog& catalog,
                              const std::vector<Relationship>& relationships, IsAlive isAlive);

/// The same by key, also for decisions whose tables are missing. Never skipped.
Command forgetDecisions(Decisions& decisions, const std::vector<DecisionKey>& keys);

/// Rejects the targets of a proposal and adds another target for its child columns.
Command chooseOtherTarget(Decisions& decisions, const Catalog& catalog,
                          const Relationship& proposal, const RelationshipTarget& chosen,
                          const QString& reason, IsAlive isAlive);

/// A relationship drawn from column to column.
struct DrawnRelationship
{
    std::vector<ColumnId> childColumns;  ///< of one table, not empty
    std::vector<ColumnId> parentColumns; ///< of one table, parallel to the child columns
    std::optional<ColumnId> typeColumn;  ///< polymorphic: the sibling that chooses the target
    QString typeValue;                   ///< with a type column: its value for this parent
};

/// Adds what a person drew. Fails with one sentence when there is nothing to add: the ends are the
/// same columns, of several tables or not as many, or a foreign key or decision says it already.
Result<Command> addRelationship(Decisions& decisions, const Catalog& catalog,
                                const DrawnRelationship& drawn, const QString& reason,
                                IsAlive isAlive);

/// Another reason for a relationship that is decided; targets without a decision are left out.
Command editDecisionReason(Decisions& decisions, const Catalog& catalog,
                           const Relationship& relationship, const QString& reason,
                           IsAlive isAlive);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What deleting a row does elsewhere: what the server does by its keys and triggers, further down
// too, and what nobody does: rows left behind. The words for it live in model/describe.
#pragma once

#include "model/relations/relationship.h"

namespace cadastre {

/// What becomes of the rows that point at a deleted row.
enum class DeleteEffect : std::uint8_t {
    Refused, ///< they keep the row from being deleted
    DeletedToo,
    SetToNull,
    SetToDefault,
    LeftBehind, ///< nobody looks: they point at nothing afterwards
};

/// What an enforced foreign key does. A SET NULL where null is not allowed is a refusal.
DeleteEffect deleteEffectOf(const Catalog& catalog, const Constraint& key);
/// "NO ACTION, checked at commit": the rule as people know it, and what is odd about it.
QString deleteRuleText(const Catalog& catalog, const Constraint& key);
/// "a delete is refused while rows point here (NO ACTION)".
QString deleteRuleSentence(const Catalog& catalog, const Constraint& key);

/// Rows of one relationship that a delete reaches.
struct DeleteReach
{
    DeleteEffect effect = DeleteEffect::LeftBehind;
    int relationship = 0; ///< index into the relationships given
    int target = 0;       ///< index into its targets
    TableId child;        ///< whose rows
    TableId parent;       ///< at whose rows they point
    int depth = 1;        ///< 1: at the deleted row; 2: at rows deleted with it; ...

    bool operator==(const DeleteReach&) const = default;
};

struct DeleteEffects
{
    std::vector<DeleteReach> reached;       ///< by depth, effect, relationship
    std::vector<TriggerId> triggers;        ///< of the table itself, that run on a delete
    std::vector<TriggerId> cascadeTriggers; ///< of tables whose rows are deleted too
    /// Whether the engine runs triggers for rows that a foreign key deletes; InnoDB does not.
    bool runsCascadeTriggers = true;
    bool cutOff = false; ///< cascades go on below maximumDepth

    bool operator==(const DeleteEffects&) const = default;
};

struct DeleteEffectOptions
{
    double minimumConfidence = 0.5; ///< weaker inferred relationships are left out
    int maximumDepth = 12;
};

/// Cascades are followed through every table once. Rejected relationships and children that are
/// views are left out; keys that are not enforced leave rows behind.
DeleteEffects deleteEffects(const Catalog& catalog, const std::vector<Relationship>& relationships,
                            TableId table, const DeleteEffectOptions& options = {});

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// BoundaryState: everything that panels and dialogs show about boundaries, worked out once for one
// catalog and one document; and BoundaryEdit: what a person wants changed in the document.
#pragma once

#include "model/boundaries/crossings/boundary_check.h"
#include "model/boundaries/crossings/placed_verdict.h"
#include "model/boundaries/crossings/what_if.h"
#include "model/boundaries/impact/impact.h"

#include <functional>
#include <memory>

namespace cadastre {

struct BoundaryState
{
    std::shared_ptr<const Catalog> catalog; ///< never null
    std::shared_ptr<const std::vector<Relationship>> relationships;
    std::shared_ptr<const UseReading> uses;
    double minimumConfidence = 0.5;
    Boundaries boundaries;
    BoundaryCheck check;
    std::vector<PlacedVerdictCount> verdicts;
    std::vector<Ripple> ripples;         ///< by table; empty where not worked out
    std::vector<Ripple> boundaryRipples; ///< parallel to check.ownership.names, or empty
    WhatIf whatIf;

    /// For the functions of model/boundaries; valid as long as this value.
    [[nodiscard]] BoundaryFacts facts() const
    {
        return {*catalog, *relationships, *uses, boundaries, check.ownership, minimumConfidence};
    }
    /// The name of a boundary of the check.
    [[nodiscard]] const QString& nameOf(BoundaryIndex boundary) const
    {
        return check.ownership.names[static_cast<std::size_t>(boundary)];
    }
};
using BoundaryStatePointer = std::shared_ptr<const BoundaryState>;

/// Nothing is open.
BoundaryStatePointer noBoundaryState();

/// A change of the document as a function of it: what others changed since the panel was filled
/// stays as it is.
struct BoundaryEdit
{
    QString name; ///< as in the Undo menu; empty: told by comparing
    std::function<Result<Boundaries>(const Boundaries&)> apply;
    /// The catalog whose ids `apply` speaks of; null when it speaks of names only.
    std::shared_ptr<const Catalog> catalog;
};

/// Sets decisions of crossings; an absent decision takes them back.
BoundaryEdit decideCrossingsEdit(std::vector<CrossingKey> crossings,
                                 std::optional<CrossingDecision> decision);
BoundaryEdit setRuleEdit(const std::optional<RuleKey>& before, const RuleKey& key,
                         const Rule& rule);
BoundaryEdit removeRulesEdit(std::vector<RuleKey> rules);

} // namespace cadastre

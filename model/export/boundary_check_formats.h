// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a check of boundaries found as text for people, as JSON and as SARIF 2.1.0 for CI.
#pragma once

#include "model/boundaries/contracts/contract_changes.h"
#include "model/boundaries/crossings/boundary_check.h"
#include "model/boundaries/crossings/placed_verdict.h"

namespace cadastre {

struct BoundaryCheckExport
{
    const Catalog& catalog;
    const Boundaries& boundaries;
    const BoundaryCheck& check;
    std::vector<PlacedVerdictCount> verdicts;
    /// What became of contracts since another catalog; empty when none was given.
    std::vector<ContractChange> changes = {};
    QString workspaceFile = {}; ///< where the boundaries are kept; empty when nowhere
};

/// Violations first, then everything else that crosses, by pair of boundaries; then findings.
QByteArray boundaryCheckText(const BoundaryCheckExport& result);
/// `{"format":"cadastre-boundaries","version":1,..}`, one boundary, crossing, finding, ... per
/// line.
QByteArray boundaryCheckJson(const BoundaryCheckExport& result);
/// Source: SARIF 2.1.0, OASIS. Crossings and findings are results; what is in the baseline has the
/// baselineState "unchanged".
QByteArray boundaryCheckSarif(const BoundaryCheckExport& result);

/// "note", "warning", "unknown".
QString boundarySeverityName(BoundarySeverity severity);
/// "two-owners", "pattern-unmatched", ...: the word in files.
QString ownershipProblemName(OwnershipProblemKind kind);

} // namespace cadastre

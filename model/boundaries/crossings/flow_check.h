// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Flow checks: whether tables that must commit together lie in one database, and what they pull
// across boundaries.
#pragma once

#include "model/boundaries/crossings/crossings.h"

namespace cadastre {

struct FlowCheck
{
    QString flow;
    std::vector<TableId> tables;           ///< found, by id
    std::vector<ObjectKey> missing;        ///< not in the catalog
    std::vector<SourceId> databases;       ///< ascending, each once
    std::vector<BoundaryIndex> boundaries; ///< ascending, each once
    int unowned = 0;
    /// Foreign keys, triggers and the like that a write to these tables sets off elsewhere, by
    /// text.
    std::vector<QString> pulls;
    bool oneDatabase = true;
    QString sentence; ///< one or two: what is wrong, or that all lie in one database

    bool operator==(const FlowCheck&) const = default;
};

/// By name of the flow.
std::vector<FlowCheck> checkFlows(const BoundaryFacts& facts);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// JoinFacts: what answers questions about joins of one catalog, made once: every step, the lineage
// of views, the conditions by which views leave out deleted rows.
#pragma once

#include "model/paths/join_graph.h"
#include "model/paths/soft_deletes.h"

namespace cadastre {

struct JoinFacts
{
    JoinGraph graph;
    std::vector<SoftDelete> softDeletes;
};

using JoinFactsPointer = std::shared_ptr<const JoinFacts>;

/// Reads the texts of all views: some hundred milliseconds for thousands of them. Null when
/// cancelled meanwhile.
JoinFactsPointer makeJoinFacts(const std::shared_ptr<const Catalog>& catalog,
                               const std::shared_ptr<const Relationships>& relationships,
                               const std::atomic_bool& cancelled);

/// The same with other relationships of the same catalog; no text is read again.
JoinFactsPointer withRelationships(const JoinFacts& facts,
                                   const std::shared_ptr<const Relationships>& relationships);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The objects that a query finds, ranked: by how well its words fit, by how often a person went
// there, and by how much of the database they explain. The set without an order is query_answer.h.
#pragma once

#include "model/search/object_query.h"
#include "model/search/query_facts.h"
#include "model/search/search.h"

namespace cadastre {

struct QueryHitOptions
{
    int limit = 60;
    bool columnsOnly = false;
    std::vector<double> importance; ///< by TableId, 0..1; empty: nothing is known
    QHash<ObjectRef, int> used;     ///< 1..100: the object was gone to, often or lately
};

struct QueryHits
{
    std::vector<SearchHit> hits; ///< best first; equal ones in catalog order
    std::size_t total = 0;       ///< how many there are, also beyond the limit
    /// Sentences for a person, those about the text first.
    QStringList remarks;

    bool operator==(const QueryHits&) const = default;
};

/// Both indexes are of one catalog. A query without words lists what its terms let through:
/// columns where it asks about columns, else tables and what stands beside them. An empty one finds
/// nothing, and one that finds nothing says why. Safe to call from any thread.
QueryHits queryHits(const SearchIndex& search, const QueryIndex& index, const ObjectQuery& query,
                    const QueryHitOptions& options = {});

} // namespace cadastre

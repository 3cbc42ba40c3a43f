// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Words that each name a table ("orders refunds"): whoever types them wants to know how the tables
// join. How they do lives in model/paths.
#pragma once

#include "model/search/object_query.h"
#include "model/search/query_facts.h"

namespace cadastre {

/// The tables that two to four words name, one each, in their order; empty where a word names none,
/// two name the same one, all of them together are the name of a table, or the query asks for more
/// than words. The best of several: named exactly, then by its last word, then with the fewest
/// other words, then the most important. `importance` by TableId, or empty.
std::vector<TableId> tablesToJoin(const QueryIndex& index, const ObjectQuery& query,
                                  const std::vector<double>& importance);

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Why a query found nothing, and which columns a query finds whose type does not say it: sentences
// for palette and tree. Values that are no name of the catalog are told by query_terms.h.
#pragma once

#include "model/search/object_query.h"
#include "model/search/query_facts.h"

namespace cadastre {

/// At most two sentences: a type that no column has with the types that there are, "did you mean
/// kind:table", that several filters must all hold. Empty for a query of words alone.
QStringList whyNothing(const QueryIndex& index, const ObjectQuery& query);
/// Of `type:json`: the columns among these that are JSON by a CHECK, a note or a comment. Empty
/// where the query does not ask or the types say it.
QString whyJson(const QueryIndex& index, const ObjectQuery& query,
                const std::vector<ColumnId>& columns);

} // namespace cadastre

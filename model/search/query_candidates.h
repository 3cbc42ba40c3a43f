// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The names that values of a query can mean in a catalog: its schemas, owners, boundaries,
// conventions, kinds. For judging terms and for completing what is typed.
#pragma once

#include "model/search/query_facts.h"
#include "model/search/query_fields.h"

namespace cadastre {

/// Sorted, each once; empty for fields whose values are free text.
QStringList queryCandidates(const QueryIndex& index, QueryField field);
/// "schema", "owner", ...: what a candidate is, in a sentence.
QString queryCandidateWord(QueryField field);
/// Who owns an object by any account: its role, its boundary and that one's team, its @owner note.
QStringList queryOwnersOf(const QueryIndex& index, ObjectRef object);
/// The boundary of an object and those around it, innermost first.
QStringList queryBoundariesOf(const QueryIndex& index, ObjectRef object);

} // namespace cadastre

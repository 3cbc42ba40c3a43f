// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a half-typed term of a query can become: fields, and the values that a catalog has for them.
// How completions are shown and taken lives in the palette.
#pragma once

#include "model/search/query_facts.h"

#include <QStringList>

namespace cadastre {

struct QueryCompletion
{
    qsizetype start = 0;  ///< of the part that a completion replaces, characters of the text
    qsizetype length = 0; ///< of it
    QStringList choices;  ///< whole terms: "type:json"; a field alone ends in a colon

    bool operator==(const QueryCompletion&) const = default;
};

/// For the term that ends at the cursor; at most `limit` choices. Two letters of a field's name are
/// enough; values begin with what is typed, then contain it. `index` may be null: only fields then.
QueryCompletion completeQuery(const QueryIndex* index, const QString& text, qsizetype cursor,
                              int limit = 5);

} // namespace cadastre

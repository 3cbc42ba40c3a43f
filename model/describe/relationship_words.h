// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Relationships as the phrases of a description: ends, how sure, what a delete does. Which of them
// an object shows lives in the describe files.
#pragma once

#include "model/describe/facts.h"

namespace cadastre {

/// "customers (id), none or one, inferred (84 %)": the parent as seen from the child.
QString parentWords(const Catalog& catalog, const Relationship& relationship,
                    const RelationshipTarget& target);
/// "orders (customer_id), any number, a delete deletes these rows too (CASCADE)": the child as
/// seen from the parent.
QString childWords(const Catalog& catalog, const Relationship& relationship,
                   const RelationshipTarget& target);
/// "inferred (84 %)", "confirmed", "added by a person"; empty for declared ones.
QString howSure(const Relationship& relationship);
/// "customers (id)"; of a type value without a table, that it has none.
QString targetWords(const Catalog& catalog, const RelationshipTarget& target);

} // namespace cadastre

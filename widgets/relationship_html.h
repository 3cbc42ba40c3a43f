// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A relationship as HTML for the review panel: what it says, why it is believed, what else it could
// be. Everything from a database is escaped.
#pragma once

#include "model/relations/verification.h"

namespace cadastre {

struct RelationshipPage
{
    RelationshipOrigin origin = RelationshipOrigin::Inferred; ///< as a person decided meanwhile
    int members = 1;                     ///< of a group that is shown by its first relationship
    const Verification* check = nullptr; ///< what a look at rows said; null: nobody looked
    QString draft;                       ///< a reason that waits for the decision
    QString verdict;                     ///< sentences, a line each; may be empty
};

QString relationshipHtml(const Catalog& catalog, const Relationship& relationship,
                         const RelationshipPage& page);

/// The index of the alternative that a link of the page means.
std::optional<int> alternativeFromLink(const QString& link);

} // namespace cadastre

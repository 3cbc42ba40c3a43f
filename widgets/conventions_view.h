// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the dialog of conventions shows: the workspace's list, how often each is noted, and which
// tables are written in which style. Values only.
#pragma once

#include "model/worklist/naming_styles.h"

namespace cadastre {

struct ConventionsView
{
    std::shared_ptr<const Catalog> catalog; ///< null: nothing is open
    Conventions conventions;
    std::vector<ConventionUse> uses;
    NamingReading reading;
    std::vector<ConventionProposal> proposals;
};

inline ConventionsView conventionsView(const CommentedCatalog& commented,
                                       const Conventions& conventions)
{
    ConventionsView view;
    view.catalog = commented.catalog();
    view.conventions = conventions;
    view.uses = conventionUses(commented, conventions);
    if (view.catalog != nullptr) {
        view.reading = namingStyles(*view.catalog);
        view.proposals = conventionProposals(commented, view.reading, conventions);
    }
    return view;
}

} // namespace cadastre

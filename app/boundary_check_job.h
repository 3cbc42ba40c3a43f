// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Works out everything about boundaries that the window shows, off the UI thread.
#pragma once

#include "app/catalog_facts.h"
#include "diagram/boundary_picture.h"
#include "widgets/boundary_state.h"

namespace cadastre {

struct BoundaryCheckRequest
{
    CatalogFacts facts;
    Boundaries boundaries;
    double minimumConfidence = 0.5;
    QDate today;
    QString
        seenBy; ///< name of the boundary from whose eyes the picture is seen; empty: everybody's
};

struct BoundaryChecked
{
    BoundaryStatePointer state;
    /// For the diagram; null when nobody drew boundaries.
    std::shared_ptr<const BoundaryPicture> picture;
};

/// Blocks until it is done; below a second at 10,000 tables and 100 boundaries.
BoundaryChecked checkForWindow(const BoundaryCheckRequest& request);

/// Whether tables have to be grouped anew: other owners, other nesting, other eyes.
bool sameMembership(const BoundaryPicture* before, const BoundaryPicture* after);

} // namespace cadastre

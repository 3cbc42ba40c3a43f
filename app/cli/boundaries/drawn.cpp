// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Checks the boundaries of a workspace; see the header.
#include "app/cli/boundaries/drawn.h"

#include "model/boundaries/crossings/boundary_check.h"
#include "model/boundaries/owner_notes.h"

#include <QDateTime>

namespace cadastre {

std::shared_ptr<const BoundaryPicture>
drawnBoundaries(const OpenedDatabase& database, const std::vector<Relationship>& relationships,
                double minimumConfidence)
{
    Boundaries boundaries = database.boundaries;
    if (boundaries.entries.empty())
        boundaries = withOwnerNotes(boundaries, *database.catalog);
    if (boundaries.entries.empty())
        return nullptr;
    const std::atomic_bool cancelled = false;
    BoundaryCheck check =
        checkBoundaries(*database.catalog, relationships, readUses(*database.catalog, cancelled),
                        boundaries, QDateTime::currentDateTimeUtc().date(), minimumConfidence);
    return std::make_shared<const BoundaryPicture>(BoundaryPicture{
        std::move(boundaries), std::move(check.ownership), std::move(check.crossings), {}});
}

} // namespace cadastre

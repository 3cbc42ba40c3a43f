// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The boundaries of a workspace as a picture needs them, worked out for commands that draw.
#pragma once

#include "app/cli/opened_database.h"
#include "diagram/boundary_picture.h"
#include "model/relations/relationship.h"

#include <memory>

namespace cadastre {

/// Null when the workspace has no boundaries, and no comment names one.
std::shared_ptr<const BoundaryPicture>
drawnBoundaries(const OpenedDatabase& database, const std::vector<Relationship>& relationships,
                double minimumConfidence);

} // namespace cadastre

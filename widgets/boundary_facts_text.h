// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is known of crossings, findings and owned objects as facts in rows, for forms and for the
// inspector: who asks whom, which columns, how many rows, one database or two, one team or two.
#pragma once

#include "model/describe/describe.h"
#include "widgets/boundary_state.h"

namespace cadastre {

/// Everything that helps to decide about one crossing.
ObjectDescription describeCrossing(const BoundaryState& state, int crossing);
/// Several at once: how many of which kinds between which pairs.
ObjectDescription describeCrossings(const BoundaryState& state, const std::vector<int>& crossings);
ObjectDescription describeFinding(const BoundaryState& state, const BoundaryFinding& finding);
ObjectDescription describeFlow(const BoundaryState& state, const FlowCheck& flow);
/// Boundary, owner, exposure, ripple and crossings of an object, for the inspector; no rows where
/// no boundary was drawn yet.
FactSection boundarySection(const BoundaryState& state, ObjectRef object);
/// "billing (team money, called: +49 30 1)".
QString boundaryWithOwner(const BoundaryState& state, BoundaryIndex boundary);
/// "contract v2", "replica of …", "private".
QString exposureText(const ExposureEntry& exposure);
/// "12 objects, 2 databases, 3 other boundaries".
QString rippleReach(const Ripple& ripple);

} // namespace cadastre

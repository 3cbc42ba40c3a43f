// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The comments that say who owns what, as the window writes them. What is asked of a person is
// boundary_dialogs.h's.
#pragma once

#include "diagram/boundary_picture.h"
#include "model/result.h"
#include "widgets/boundary_state.h"

namespace cadastre {

/// The comments that would say what the document says, a statement each, by source; empty when they
/// say it already. Fails with a sentence for a text that cannot be written.
Result<QString> boundaryCommentFile(const BoundaryState& state);

} // namespace cadastre

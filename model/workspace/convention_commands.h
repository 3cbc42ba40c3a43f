// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Commands on the workspace's list of conventions: any edit of it as one step that can be undone.
// The document must outlive its commands. Notes in comments are staged edits, not these.
#pragma once

#include "model/notes/conventions.h"
#include "model/workspace/command.h"

namespace cadastre {

/// Makes the document what `after` is. Only entries that differ are touched, forward and backward,
/// so that what somebody else changed meanwhile stays.
Command changeConventions(Conventions& document, const Conventions& after);

/// "Add the convention legacy-2014", "Change ...", "Remove ...", "Change 3 conventions".
QString conventionChangeName(const Conventions& before, const Conventions& after);

} // namespace cadastre

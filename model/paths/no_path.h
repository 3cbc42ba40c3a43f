// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Why two tables do not join, as a sentence for a person. Paths themselves live in find_paths.h.
#pragma once

#include "model/paths/find_paths.h"

namespace cadastre {

/// Asked only where there is no path between the question's tables.
NoPath whyNoPath(const JoinGraph& graph, const PathQuestion& question,
                 const std::atomic_bool& cancelled);

} // namespace cadastre

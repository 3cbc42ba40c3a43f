// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Layouts of many small pictures, one behind the other, by one worker: starting its process takes
// longer than laying out some tables. What a layout is lives in layout.h.
#pragma once

#include "diagram/layout.h"

namespace cadastre {

class LayoutWorker;

/// As layoutDiagram() of something that was never laid out; deadlines and program are those of the
/// worker, its total counts for all layouts.
DiagramLayout layoutWith(LayoutWorker& worker, const DiagramGraph& graph);

} // namespace cadastre

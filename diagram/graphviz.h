// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The only door to Graphviz, which is not thread-safe and may crash or hang: it is opened in the
// layout worker's process alone.
#pragma once

#include "diagram/layout_job.h"

namespace cadastre {

/// Lays out one job; the same job gives the same reply. Not succeeded when Graphviz refuses.
LayoutReply runGraphviz(const LayoutJob& job);

} // namespace cadastre

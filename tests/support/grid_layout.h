// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A layout without Graphviz: groups in rows, tables of a group in rows. The same everywhere, for
// tests that draw.
#pragma once

#include "diagram/layout.h"

namespace cadastre::test {

DiagramLayout gridLayout(const DiagramGraph& graph);

} // namespace cadastre::test

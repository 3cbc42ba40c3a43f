// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The chapters of the manual that ships with the program: one file each in resources/help.
#pragma once

#include "widgets/manual_dialog.h"

namespace cadastre {

/// "index" first, the others by title.
std::vector<ManualChapter> manualChapters();

} // namespace cadastre

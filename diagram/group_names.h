// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where the names of groups stand in a picture, for a pointer that is over one.
#pragma once

#include "diagram/draw_list.h"

#include <QRectF>

namespace cadastre {

struct GroupName
{
    int group = 0; ///< index into the graph's groups
    QRectF rect;   ///< scene pixels
};

/// As buildDrawList() places them; those without a place are left out.
std::vector<GroupName> groupNames(const DiagramScene& scene, const DrawOptions& options);

} // namespace cadastre

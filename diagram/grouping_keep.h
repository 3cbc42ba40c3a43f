// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Groups that stay: the paths that tables were in before, and new tables beside their neighbours.
// The tree of groups is made in grouping.cpp.
#pragma once

#include "diagram/grouping_divide.h"

namespace cadastre {

struct KeptGroups
{
    Communities communities; ///< the last one, which may be empty: new and tied to nothing
    std::vector<QString> paths;
};

/// The groups of these nodes by `knownGroups` (see groupNodes()); `restPath`: of the last one.
/// Absent where half of the nodes or more were in none.
std::optional<KeptGroups> keptGroups(const DiagramGraph& graph, const std::vector<int>& nodes,
                                     const QHash<ObjectKey, QString>& knownGroups,
                                     const QString& restPath);

} // namespace cadastre

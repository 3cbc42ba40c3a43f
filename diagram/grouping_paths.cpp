// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What groups are called and where in the tree of groups they are.
#include "diagram/grouping.h"

namespace cadastre {

QString keptNameMark()
{
    return QStringLiteral(" …");
}

QString pathSeparator()
{
    return QStringLiteral(" / ");
}

QString unownedName()
{
    return QStringLiteral("Nobody owns these");
}

std::optional<int> boundaryRegionOf(const DiagramGraph& graph, int group)
{
    while (group >= 0 && graph.groups[group].kind != GroupKind::Boundary)
        group = graph.groups[group].parent;
    return group < 0 ? std::nullopt : std::optional(group);
}

QString groupPath(const DiagramGraph& graph, int group)
{
    const DiagramGroup& own = graph.groups[group];
    return own.parent < 0 ? own.name : groupPath(graph, own.parent) % pathSeparator() % own.name;
}

} // namespace cadastre

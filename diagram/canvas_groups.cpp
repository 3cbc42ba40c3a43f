// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names of groups under the mouse: a click chooses the tables of the group. How names of boundaries
// and regions answer otherwise is in canvas_regions.cpp.
#include "diagram/canvas.h"
#include "diagram/canvas_state.h"

#include <algorithm>

namespace cadastre {

std::optional<int> Canvas::groupNameAt(QPoint position) const
{
    CanvasState& state = *m_state;
    if (!graph() || graph()->groups.size() < 2 || lineLegendRect().contains(position))
        return std::nullopt;
    if (state.groupNamesOf != state.wantedFrame) {
        DrawOptions options;
        options.view = viewRect();
        options.scale = scale();
        state.groupNames = groupNames(*state.scene, options);
        state.groupNamesOf = state.wantedFrame;
    }
    // near, names are words on the ground of their groups; farther out they lie on everything
    if (detailLevelAt(scale()) == DetailLevel::Rows && objectAt(position))
        return std::nullopt;
    const QPointF at = state.view.toScene(QPointF(position));
    const auto found = std::find_if(state.groupNames.begin(), state.groupNames.end(),
                                    [&](const GroupName& name) { return name.rect.contains(at); });
    return found == state.groupNames.end() ? std::nullopt : std::optional(found->group);
}

std::vector<TableId> Canvas::tablesOfGroup(int group) const
{
    const auto isInside = [&](int inner) {
        while (inner >= 0 && inner != group)
            inner = graph()->groups[inner].parent;
        return inner == group;
    };
    std::vector<TableId> tables;
    for (int inner = group; inner < int(graph()->groups.size()); ++inner) {
        if (!isInside(inner))
            continue;
        for (const int node : graph()->groups[inner].nodes)
            if (!m_state->scene->isHidden(node))
                tables.push_back(graph()->nodes[node].table);
    }
    std::sort(tables.begin(), tables.end());
    return tables;
}

void Canvas::chooseGroup(int group, bool adds)
{
    std::vector<TableId> tables = tablesOfGroup(group);
    if (adds) {
        const std::vector<TableId> before = selectedTables();
        tables.insert(tables.end(), before.begin(), before.end());
    }
    selectTablesAndTell(std::move(tables));
}

} // namespace cadastre

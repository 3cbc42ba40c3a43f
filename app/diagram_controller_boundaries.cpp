// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The controller's boundaries: who owns what in the picture, several selected tables, and which
// boundary of the picture is meant.
#include "app/diagram_controller.h"

#include "diagram/canvas.h"

namespace cadastre {

void DiagramController::setBoundaries(std::shared_ptr<const BoundaryPicture> boundaries,
                                      bool regroup)
{
    m_boundaries = std::move(boundaries);
    if (m_facts.catalog->isEmpty())
        return;
    if (m_maker.isRunning())
        startPicture(regroup && m_reason == LayoutReason::Refresh ? LayoutReason::Regroup
                                                                  : m_reason,
                     m_keepView); // in place of what is being made
    else
        startPicture(regroup ? LayoutReason::Regroup : LayoutReason::Refresh, true);
}

void DiagramController::selectTables(const std::vector<TableId>& tables)
{
    if (tables.size() == 1) {
        reveal(tables.front());
        return;
    }
    if (isCanvasCurrent())
        m_canvas->selectTables(tables);
}

void DiagramController::revealBoundary(BoundaryIndex boundary)
{
    const DiagramGraph* graph = m_canvas->graph();
    if (graph == nullptr)
        return;
    for (std::size_t i = 0; i < graph->groups.size(); ++i) {
        const DiagramGroup& group = graph->groups[i];
        if (group.kind == GroupKind::Boundary && group.boundary == boundary) {
            m_canvas->showGroup(static_cast<int>(i));
            return;
        }
    }
}

QString DiagramController::boundaryNameOf(BoundaryIndex boundary) const
{
    const DiagramGraph* graph = m_canvas->graph();
    if (graph == nullptr || !graph->boundaries)
        return {};
    const auto& names = graph->boundaries->ownership.names;
    const auto place = static_cast<std::size_t>(boundary);
    return place < names.size() ? names[place] : QString();
}

std::vector<TableId> DiagramController::tablesFromCanvas(const std::vector<TableId>& tables) const
{
    std::vector<TableId> found;
    for (const TableId table : tables) {
        if (const auto object = fromCanvas(table))
            found.push_back(TableId{object->index});
    }
    return found;
}

} // namespace cadastre

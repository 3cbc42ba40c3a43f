// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The controller's boundaries: who owns what in the picture, several selected tables, and which
// boundary of the picture is meant.
#include "app/diagram_controller.h"

#include "diagram/canvas.h"

namespace cadastre {

namespace {

constexpr double revealMargin = 24; ///< pixels around what is brought into view

/// Where tables are in the scene of a canvas; empty for none.
QRectF sceneRectOf(const Canvas& canvas, const std::vector<TableId>& tables)
{
    QRectF onScreen;
    for (const TableId table : tables) {
        if (const QRect rect = canvas.widgetRect(table); !rect.isEmpty())
            onScreen |= QRectF(rect);
    }
    if (onScreen.isEmpty())
        return {};
    onScreen.adjust(-revealMargin, -revealMargin, revealMargin, revealMargin);
    return {canvas.viewRect().topLeft() + onScreen.topLeft() / canvas.scale(),
            onScreen.size() / canvas.scale()};
}

} // namespace

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
    if (!isCanvasCurrent())
        return;
    m_canvas->selectTables(tables);
    remember(true);
}

void DiagramController::chooseTables(const std::vector<TableId>& tables)
{
    if (tables.size() < 2 || !isCanvasCurrent()) {
        select(tables.empty() ? std::nullopt : std::optional(ObjectRef(tables.front())));
        return;
    }
    m_canvas->selectTables(tables);
    takeSelection(m_canvas->selected());
    Q_EMIT m_canvas->tablesSelectionChanged(m_canvas->selectedTables());
}

void DiagramController::revealTables(const std::vector<TableId>& tables)
{
    for (const TableId table : tables) {
        if (!isShown(table)) {
            reveal(table); // leaves a neighbourhood
            break;
        }
    }
    selectTables(tables);
    if (tables.size() < 2 || !isCanvasCurrent())
        return;
    QRectF wanted = sceneRectOf(*m_canvas, tables);
    if (wanted.isEmpty() || m_canvas->viewRect().contains(wanted))
        return;
    const QSizeF room = QSizeF(m_canvas->size()).expandedTo(wanted.size()); // at most 100 %
    wanted = QRectF(wanted.center() - QPointF(room.width(), room.height()) / 2, room);
    m_canvas->showRect(wanted);
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

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the controller makes undoable: moves of tables, and laying out anew.
#include "app/diagram_controller.h"

#include "app/undo_command.h"
#include "diagram/canvas.h"
#include "model/workspace/view_commands.h"

#include <QUndoStack>

namespace cadastre {

void DiagramController::pushCommand(Command command, bool alreadyDone)
{
    m_undoStack->push(new UndoCommand(std::move(command), alreadyDone, [this](const Error& error) {
        Q_EMIT commandSkipped(error);
    })); // the stack owns it
}

/// Laid out at once; the way back knows where everything stood.
void DiagramController::tidy()
{
    keepPlacements();
    const PlacesKey places = placesKey();
    const Placements before = placementsOf(places);
    Command command;
    command.name = tr("Lay out anew");
    command.forward = [this, places]() -> Result<Nothing> {
        if (places.view != m_view)
            showView(places.view);
        startPicture(LayoutReason::Tidy, false);
        return ok();
    };
    command.backward = [this, places, before, homes = m_homes] {
        m_homes = homes;
        return restorePlaces(places, before);
    };
    pushCommand(std::move(command), false);
}

Result<Nothing> DiagramController::restorePlaces(const PlacesKey& places, const Placements& before)
{
    m_maker.cancel();
    placementsOf(places) = before;
    m_view = places.view;
    startPicture(before.tables.isEmpty() ? LayoutReason::First : LayoutReason::Refresh, false);
    return ok();
}

void DiagramController::moveTables(const std::vector<MovedTable>& moves)
{
    std::vector<Shift> shifts;
    std::vector<ObjectKey> tables;
    for (const MovedTable& move : moves) {
        if (const auto found = fromCanvas(move.table)) {
            tables.push_back(m_facts.catalog->keyOf(*found));
            shifts.emplace_back(tables.back(), move.to - move.from);
        }
    }
    if (shifts.empty())
        return;
    keepPlacements();
    const PlacesKey places = placesKeyOfCanvas();
    Command command;
    command.name = tr("Move %1").arg(
        shifts.size() == 1 ? m_facts.catalog->displayName(*m_facts.catalog->find(tables.front()))
                           : tablesText(tables));
    command.forward = [this, places, shifts] { return shiftTables(places, shifts, 1); };
    command.backward = [this, places, shifts] { return shiftTables(places, shifts, -1); };
    pushCommand(std::move(command), true);
}

Result<Nothing> DiagramController::shiftTables(const PlacesKey& places,
                                               const std::vector<Shift>& shifts, double direction)
{
    std::vector<std::pair<TableId, QPointF>> here;
    for (const auto& [key, by] : shifts) {
        const auto object = m_facts.catalog->find(key);
        if (object && object->kind == ObjectKind::Table)
            here.emplace_back(TableId{object->index}, by * direction);
    }
    if (here.empty()) {
        std::vector<ObjectKey> tables;
        for (const auto& [key, by] : shifts)
            tables.push_back(key);
        return Error{tr("The move of %1 was skipped: nothing of it is there any more.")
                         .arg(tablesText(tables)),
                     tables.front().toString()};
    }
    if (places == placesKey() && !m_maker.isRunning() && isCanvasCurrent()) {
        for (auto& [table, by] : here)
            by += m_canvas->sceneRect(table).topLeft();
        m_canvas->placeTables(here);
        keepPlacements();
        return ok();
    }
    Placements& placements = placementsOf(places);
    for (const auto& [key, by] : shifts) {
        if (const auto place = placements.tables.find(key); place != placements.tables.end())
            place->position += (by * direction).toPoint();
    }
    showView(places.view);
    return ok();
}

} // namespace cadastre

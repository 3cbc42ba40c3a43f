// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a desk does that has nothing to do.
#include "app/desk.h"

namespace cadastre {

void Desk::fillMenus(const WindowMenus& /*menus*/) {}

void Desk::setUpDocks(const DeskDocks& /*docks*/) {}

std::vector<QDockWidget*> Desk::docks() const
{
    return {};
}

void Desk::fillPanels(const DeskPanels& /*panels*/) {}

void Desk::takeFacts(FactsChange /*change*/) {}

void Desk::takeRelationships() {}

void Desk::takePicture(const DiagramPicture& /*picture*/) {}

void Desk::takeSelection(std::optional<ObjectRef> /*object*/) {}

void Desk::fillObjectMenu(QMenu* /*menu*/, ObjectRef /*object*/) {}

void Desk::fillTablesMenu(QMenu* /*menu*/, const std::vector<TableId>& /*tables*/) {}

void Desk::fillCanvasMenu(QMenu* /*menu*/) {}

std::vector<PaletteEntry> Desk::paletteEntries() const
{
    return {};
}

bool Desk::isShownElsewhere(const QString& /*addressOrPath*/)
{
    return false;
}

bool Desk::answer(MessageTopic /*topic*/, bool /*other*/)
{
    return false;
}

void Desk::cancel() {}

void Desk::leave()
{
    disconnect();
}

} // namespace cadastre

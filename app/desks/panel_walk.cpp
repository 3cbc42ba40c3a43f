// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/panel_walk_desk.h"

namespace cadastre {

DeskMaker panelWalkDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new PanelWalkDesk(parts, parent);
    }};
}

} // namespace cadastre

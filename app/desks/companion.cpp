// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Databases with their workspaces: see companion_desk.h.
#include "app/companion_desk.h"

namespace cadastre {

DeskMaker companionDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new CompanionDesk(parts, parent);
    }};
}

} // namespace cadastre

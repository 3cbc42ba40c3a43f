// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walking and choosing with keys and mouse in the main window; see walk_desk.h.
#include "app/walk_desk.h"

namespace cadastre {

DeskMaker walkingDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new WalkDesk(parts, parent);
    }};
}

} // namespace cadastre

// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What this window has open, for other windows and the next start: see session_desk.h.
#include "app/session_desk.h"

namespace cadastre {

DeskMaker sessionDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new SessionDesk(parts, parent);
    }};
}

} // namespace cadastre

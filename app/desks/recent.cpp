// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What was open lately: see recent_desk.h.
#include "app/recent_desk.h"

namespace cadastre {

DeskMaker recentDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new RecentDesk(parts, parent);
    }};
}

} // namespace cadastre

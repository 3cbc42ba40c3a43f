// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Where to begin in a database: see orientation_desk.h.
#include "app/orientation_desk.h"

namespace cadastre {

DeskMaker orientationDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new OrientationDesk(parts, parent);
    }};
}

} // namespace cadastre

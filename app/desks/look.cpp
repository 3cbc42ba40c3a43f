// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/look_desk.h"

namespace cadastre {

DeskMaker lookDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new LookDesk(parts, parent);
    }};
}

} // namespace cadastre

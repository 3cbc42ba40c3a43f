// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/menu_desk.h"

namespace cadastre {

DeskMaker menuDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new MenuDesk(parts, parent);
    }};
}

} // namespace cadastre

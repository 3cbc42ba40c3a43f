// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Hiding and saved views in the main window; see view_desk.h.
#include "app/view_desk.h"

namespace cadastre {

DeskMaker viewsDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new ViewDesk(parts, parent);
    }};
}

} // namespace cadastre

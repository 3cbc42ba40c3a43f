// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How tables join: panel, menus and what is shown of it in the diagram.
#include "app/path_desk.h"

namespace cadastre {

DeskMaker pathDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new PathDesk(parts, parent);
    }};
}

} // namespace cadastre

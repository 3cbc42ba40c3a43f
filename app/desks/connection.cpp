// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Whether the open databases answer: see connection_desk.h.
#include "app/connection_desk.h"

namespace cadastre {

DeskMaker connectionDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new ConnectionDesk(parts, parent);
    }};
}

} // namespace cadastre

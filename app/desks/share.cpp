// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Copies, exports and documentation for others.
#include "app/share_desk.h"

namespace cadastre {

DeskMaker shareDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new ShareDesk(parts, parent);
    }};
}

} // namespace cadastre

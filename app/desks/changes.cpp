// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/changes_desk.h"

namespace cadastre {

DeskMaker changesDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new ChangesDesk(parts, parent);
    }};
}

} // namespace cadastre

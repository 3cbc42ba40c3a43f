// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/hint_desk.h"

namespace cadastre {

DeskMaker hintDesk()
{
    return {[](const DeskParts& parts, QObject* parent) -> Desk* {
        return new HintDesk(parts, parent);
    }};
}

} // namespace cadastre
